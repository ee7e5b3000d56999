"""Opens teams, and closes them with an heir that gets what they held."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, or_, select, update

from portal.accounts.actions import administrators
from portal.accounts.models import CareLeaver, Membership, Team, TeamKind
from portal.db import now, session
from portal.errors import Conflict


def open_team(key: UUID, name: str, kind: TeamKind, does: str) -> None:
    """`key` is the form's: sent twice, it makes one."""
    if session.get(Team, key) is not None:
        return
    _check_free(name)
    session.add(Team(id=key, name=name, kind=kind, does=does))
    session.flush()


def describe(team_id: UUID, name: str, does: str) -> None:
    """Care leavers read both where they choose what a team may see."""
    team = session.get_one(Team, team_id)
    _check_free(name, but=team.id)
    team.name, team.does = name, does
    session.flush()


def close(team_id: UUID, heir_id: UUID) -> None:
    """The heir gets what it held, and none of the yeses that it was given."""
    team, heir = session.get_one(Team, team_id), session.get_one(Team, heir_id)
    if team.closed_at is not None or heir.closed_at is not None or heir.id == team.id:
        raise Conflict("One of these teams was closed in the meantime.")
    if team.kind is not heir.kind:
        raise Conflict("The heir must be a team of the same kind.")
    administrators.keep_one(lambda each: each.team_id == team.id)
    team.closed_at, team.heir_id = now(), heir.id
    # What a team held is one step away, however many teams have closed since.
    session.execute(update(Team).where(Team.heir_id == team.id).values(heir_id=heir.id))
    _move_on(team.id, heir.id)


def _move_on(team_id: UUID, heir_id: UUID) -> None:
    """Everybody always has a leaving-care team; nobody goes on working for one that is closed."""
    session.execute(update(CareLeaver).where(CareLeaver.team_id == team_id).values(team_id=heir_id))
    session.execute(
        update(Membership)
        .where(
            Membership.team_id == team_id,
            or_(Membership.end_at.is_(None), Membership.end_at > now()),
        )
        .values(end_at=now())
    )
    session.flush()


def _check_free(name: str, but: UUID | None = None) -> None:
    same = select(Team.id).where(func.lower(Team.name) == name.lower(), Team.id != but)
    if session.scalar(same) is not None:
        raise Conflict("There is a team of this name.")
