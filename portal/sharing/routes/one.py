"""One team about one topic: until when, said again or shortened."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.actions.choosing import Wish
from portal.sharing import keeping
from portal.sharing.forms import OneForm
from portal.sharing.routes.blueprint import bp
from portal.sharing.routes.board import around
from portal.sharing.routes.team import the_team
from portal.sharing.showing import CellShown, TeamShown
from portal.web.fragments import see_other

ADDRESS = "/teams/<uuid:team_id>/<uuid:topic_id>/"


@bp.get(ADDRESS)
@care_leavers
def cell(team_id: UUID, topic_id: UUID) -> ResponseReturnValue:
    shown, one = _the_cell(team_id, topic_id)
    return _page(shown, one, keeping.one_form(one.chosen))


@bp.post(ADDRESS)
@care_leavers
def choose_one(team_id: UUID, topic_id: UUID) -> ResponseReturnValue:
    shown, one = _the_cell(team_id, topic_id)
    form = keeping.one_form()
    if one.is_locked and form.says_yes:
        form.say_that_it_changed()
        return _page(shown, one, form, 409)
    if not form.validate_on_submit():
        return _page(shown, one, form, 422)
    return _kept(form, team_id, topic_id)


def _kept(form: OneForm, team_id: UUID, topic_id: UUID) -> Response:
    until = form.until if form.says_yes else None
    wish = Wish(is_yes=form.says_yes, team_id=team_id, topic_id=topic_id, until=until)
    receipt = keeping.keep_all(somebody().account_id, form, [wish])
    if receipt is None:
        flash("You changed nothing, so everything stays as it is.")
        return see_other(url_for("sharing.team", team_id=team_id))
    return see_other(url_for("sharing.saved", receipt_id=receipt.id))


def _the_cell(team_id: UUID, topic_id: UUID) -> tuple[TeamShown, CellShown]:
    shown = the_team(team_id)
    for one in shown.cells:
        if one.topic_id == topic_id:
            return shown, one
    raise NoResultFound


def _page(shown: TeamShown, one: CellShown, form: OneForm, status: int = 200) -> Response:
    beside = around(somebody().account_id)
    page = render_template("sharing/one.html", shown=shown, one=one, form=form, **beside)
    return make_response(page, status)
