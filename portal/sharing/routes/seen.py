"""See what a team sees, on the page that it sees it on. Nothing can be changed there."""

from __future__ import annotations

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.casefile.filters import Filters
from portal.consent.queries.boards import BoardTeam
from portal.sharing.routes.blueprint import bp
from portal.sharing.routes.team import the_team
from portal.sharing.seen import seen_by


@bp.get("/<uuid:team_id>/seen/")
@care_leavers
def seen(team_id: UUID) -> ResponseReturnValue:
    team, wanted = _another_team(team_id), Filters.of(request.args)
    found = seen_by(team_id, somebody().account_id, wanted)
    return render_template("sharing/seen.html", team=team, wanted=wanted, **vars(found))


def _another_team(team_id: UUID) -> BoardTeam:
    """The own leaving-care team is never looked as: what it sees is not chosen here."""
    team = the_team(team_id).team
    if team.is_leaving_care:
        raise NoResultFound
    return team
