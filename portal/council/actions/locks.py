"""Locks what the law makes the council share: one person sets it, another confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import Duty, Team, TeamKind, Topic
from portal.accounts.queries import teams
from portal.consent.models import LockedCell
from portal.council.queries import locks
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.hours import local

A_MOMENT = timedelta(seconds=1)
ANOTHER = "You set this. Another person must confirm it."


@dataclass(frozen=True, kw_only=True)
class Lock:
    """`key` is the form's: sent twice, it makes one."""

    key: UUID
    team_id: UUID
    topic_id: UUID
    reason: str
    first_day_at: datetime
    end_at: datetime | None


def propose(lock: Lock, *, by: UUID) -> None:
    """Opens nothing yet."""
    _demand(by)
    if session.get(LockedCell, lock.key) is not None:
        return
    if locks.not_over(lock.team_id, lock.topic_id):
        raise Conflict("This team and topic are locked already, or wait for it.")
    session.add(
        LockedCell(
            id=lock.key,
            team_id=session.get_one(Team, lock.team_id).id,
            topic_id=session.get_one(Topic, lock.topic_id).id,
            reason=lock.reason,
            first_day_at=lock.first_day_at,
            end_at=lock.end_at,
            set_by_id=by,
        )
    )
    session.flush()


def confirm(lock_id: UUID, *, by: UUID) -> None:
    """Everyone whose board it changes is told. What was written before it stays as it was."""
    _demand(by)
    cell = session.get_one(LockedCell, lock_id, with_for_update=True)
    if cell.set_by_id == by:
        raise NotAllowed(ANOTHER)
    if cell.confirmed_at is not None or _is_over(cell):
        raise Conflict("This was confirmed, ended or left in the meantime.")
    cell.confirmed_by_id, cell.confirmed_at = by, now()
    cell.first_day_at = max(cell.first_day_at, now())
    _tell_everyone(What.LOCK_BEGINS, cell)


def end(lock_id: UUID, *, by: UUID) -> None:
    """At once, by one person: it opens less. What was never confirmed is only taken back."""
    _demand(by)
    cell = session.get_one(LockedCell, lock_id, with_for_update=True)
    if _is_over(cell):
        raise Conflict("This has ended in the meantime.")
    cell.end_at = now()
    if cell.confirmed_at is not None:
        _tell_everyone(What.LOCK_ENDS, cell)
    session.flush()


def may_lock(staff_id: UUID) -> bool:
    """Administrators of accounts, and managers of leaving care."""
    if teams.of(staff_id, Duty.ADMINISTRATOR):
        return True
    managed = teams.of(staff_id, Duty.MANAGER)
    return any(team.kind is TeamKind.LEAVING_CARE for team in map(teams.one, managed))


def _demand(staff_id: UUID) -> None:
    if not may_lock(staff_id):
        raise NotAllowed("An administrator or a manager of leaving care does this.")


def _is_over(cell: LockedCell) -> bool:
    return cell.end_at is not None and cell.end_at <= now()


def _tell_everyone(what: What, cell: LockedCell) -> None:
    team, topic = session.get_one(Team, cell.team_id), session.get_one(Topic, cell.topic_id)
    about = f"“{topic.name}” with {team.name}"
    if what is What.LOCK_BEGINS and cell.first_day_at > now():
        about += f", from {_day(cell.first_day_at)}"
    if what is What.LOCK_BEGINS and cell.end_at is not None:
        about += f", until {_day(cell.end_at - A_MOMENT)}"
    for care_leaver_id in locks.whose_board_shows(team.id):
        tell(care_leaver_id, what, about)


def _day(at: datetime) -> str:
    day = local(at)
    return f"{day.day} {day:%B %Y}"
