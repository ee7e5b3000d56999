"""A care leaver goes to another leaving-care team: given by one, confirmed by its manager."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import or_, select

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import Allocation, CareLeaver, Duty, Team, TeamKind, TeamMove
from portal.accounts.queries import teams
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, now, session
from portal.errors import Conflict, NotAllowed


def ask(key: UUID, care_leaver_id: UUID, team_id: UUID, *, by: UUID) -> None:
    """Changes nothing yet. `key` is the form's: sent twice, it makes one."""
    person, team = session.get_one(CareLeaver, care_leaver_id), session.get_one(Team, team_id)
    if person.team_id not in teams.of(by, Duty.ADVISER, Duty.MANAGER):
        raise NotAllowed("You cannot do this for this person.")
    if team.kind is not TeamKind.LEAVING_CARE or team.closed_at or team.id == person.team_id:
        raise Conflict("Choose another leaving-care team.")
    if session.get(TeamMove, key) is not None:
        return
    waiting = select(TeamMove.id).where(
        TeamMove.care_leaver_id == person.id,
        TeamMove.confirmed_at.is_(None),
        TeamMove.end_at.is_(None),
    )
    if session.scalars(waiting.limit(1)).first() is not None:
        raise Conflict("A move waits to be confirmed already. Take it back first.")
    session.add(TeamMove(id=key, care_leaver_id=person.id, team_id=team.id, given_by_id=by))
    session.flush()


def take_back(move_id: UUID) -> None:
    move = session.get_one(TeamMove, move_id)
    _still_waits(move)
    move.end_at = now()
    session.flush()


def confirm(move_id: UUID, *, by: UUID) -> None:
    """By a manager of the receiving team, who knows them only from then on: so it is written in a
    session of the portal's own. They are told at once, and whoever advised them does so no more."""
    asked = session.get_one(TeamMove, move_id)
    if asked.team_id not in teams.of(by, Duty.MANAGER):
        raise NotAllowed("A manager of the receiving team confirms this.")
    with acting_as(Housekeeping(now=now(), name="a move"), writes=True):
        move = session.get_one(TeamMove, move_id, with_for_update=True)
        _still_waits(move)
        move.confirmed_by_id, move.confirmed_at = by, now()
        session.get_one(CareLeaver, move.care_leaver_id).team_id = move.team_id
        _end_allocations(move.care_leaver_id)
        tell(move.care_leaver_id, What.NEW_TEAM, session.get_one(Team, move.team_id).name)


def _end_allocations(care_leaver_id: UUID) -> None:
    open_ended = or_(Allocation.end_at.is_(None), Allocation.end_at > now())
    theirs = select(Allocation).where(Allocation.care_leaver_id == care_leaver_id, open_ended)
    for given in session.scalars(theirs).all():
        given.end_at = max(now(), given.start_at)
    session.flush()


def _still_waits(move: TeamMove) -> None:
    if move.confirmed_at is not None or move.end_at is not None:
        raise Conflict("This was confirmed or taken back in the meantime.")
