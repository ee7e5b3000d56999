"""One team at a time, and one topic of it: how long a yes lasts."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from flask import Response, make_response, render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.queries.boards import board
from portal.sharing import keeping, showing
from portal.sharing.forms import ChoosingForm
from portal.sharing.routes.blueprint import bp
from portal.sharing.routes.board import around, kept
from portal.sharing.showing import TeamShown


@bp.get("/teams/<uuid:team_id>/")
@care_leavers
def team(team_id: UUID) -> ResponseReturnValue:
    return page_of(the_team(team_id), keeping.choosing_form())


@bp.post("/teams/<uuid:team_id>/")
@care_leavers
def choose_for(team_id: UUID) -> ResponseReturnValue:
    form, shown = keeping.choosing_form(), the_team(team_id, request.form)
    return kept(form, lambda status: page_of(shown, form, status))


def the_team(team_id: UUID, sent: Mapping[str, str] = showing.NOTHING_SENT) -> TeamShown:
    """The team as it stands on my board; as if it were not there, when it is not on it."""
    for shown in showing.teams(board(somebody().account_id), sent):
        if shown.team.id == team_id:
            return shown
    raise NoResultFound


def page_of(shown: TeamShown, form: ChoosingForm, status: int = 200) -> Response:
    beside = around(somebody().account_id)
    page = render_template("sharing/team.html", shown=shown, form=form, **beside)
    return make_response(page, status)
