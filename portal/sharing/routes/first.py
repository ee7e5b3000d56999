"""What would change, before it is changed: a preset, or what was chosen on a page."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from flask import Response, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.actions.choosing import Wish
from portal.consent.queries.boards import board
from portal.sharing import cells, changing, keeping, presets
from portal.sharing.forms import ChoosingForm
from portal.sharing.presets import Preset
from portal.sharing.previewing import would_change
from portal.sharing.routes.blueprint import bp
from portal.sharing.routes.board import Trouble, around, whole_board
from portal.sharing.routes.team import page_of, the_team
from portal.web.audience import reads_first


@bp.get("/all-at-once/<preset>")
@care_leavers
def preset(preset: str) -> ResponseReturnValue:
    if preset not in set(Preset):
        raise NoResultFound
    form, me = keeping.choosing_form(), somebody().account_id
    wished = presets.wishes(Preset(preset), board(me), form.until)
    return _shown(form, wished, url_for("sharing.index"))


@bp.post("/look-first")
@care_leavers
@reads_first
def look_first() -> ResponseReturnValue:
    form = keeping.choosing_form()
    back = url_for("sharing.index")
    return _looked(form, back, lambda status: whole_board(form, status, request.form))


@bp.post("/teams/<uuid:team_id>/look-first")
@care_leavers
@reads_first
def look_first_for(team_id: UUID) -> ResponseReturnValue:
    shown, form = the_team(team_id, request.form), keeping.choosing_form()
    back = url_for("sharing.team", team_id=team_id)
    return _looked(form, back, lambda status: page_of(shown, form, status))


def _looked(form: ChoosingForm, back: str, trouble: Trouble) -> Response:
    if not form.validate_on_submit():
        return trouble(422)
    try:
        wished = cells.wishes(request.form, board(somebody().account_id), form.until)
    except cells.ChangedElsewhere:
        form.say_that_it_changed()
        return trouble(409)
    return _shown(form, wished, back)


def _shown(form: ChoosingForm, wished: Sequence[Wish], back: str) -> Response:
    me = somebody().account_id
    page = render_template(
        "sharing/first.html",
        form=form,
        teams=changing.by_team(changing.lines(board(me), wished)),
        differences=would_change(me, wished),
        back=back,
        **around(me),
    )
    return make_response(page, 200)
