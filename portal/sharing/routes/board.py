"""The board: every team, and what somebody said to each about each topic."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.queries.around import team_around
from portal.accounts.signed_in import somebody
from portal.consent.queries.boards import board
from portal.sharing import keeping, showing, texts, under_18
from portal.sharing.cells import ChangedElsewhere
from portal.sharing.forms import ChoosingForm
from portal.sharing.presets import Preset
from portal.sharing.routes.blueprint import bp
from portal.web.fragments import see_other

Trouble = Callable[[int], Response]


@bp.get("/")
@care_leavers
def index() -> ResponseReturnValue:
    return whole_board(keeping.choosing_form())


@bp.post("/")
@care_leavers
def save() -> ResponseReturnValue:
    form = keeping.choosing_form()
    return kept(form, lambda status: whole_board(form, status, request.form))


def kept(form: ChoosingForm, trouble: Trouble) -> Response:
    """Keep what was chosen on a page, and go on to what came of it."""
    me = somebody().account_id
    if not form.validate_on_submit():
        return trouble(422)
    try:
        receipt = keeping.keep(me, board(me), form, request.form)
    except ChangedElsewhere:
        form.say_that_it_changed()
        return trouble(409)
    if receipt is None:
        flash("You changed nothing, so everything stays as it is.")
        return see_other(url_for("sharing.index"))
    return see_other(url_for("sharing.saved", receipt_id=receipt.id))


def whole_board(
    form: ChoosingForm, status: int = 200, sent: Mapping[str, str] = showing.NOTHING_SENT
) -> Response:
    me = somebody().account_id
    shown = showing.teams(board(me), sent)
    with_me = {"team_around": team_around(me), **around(me)}
    return make_response(
        render_template("sharing/index.html", form=form, teams=shown, **with_me), status
    )


def around(me: Any) -> dict[str, Any]:
    """What every page of choosing says beside its choices."""
    return {"texts": texts, "presets": Preset, "under_18": under_18.told(me)}
