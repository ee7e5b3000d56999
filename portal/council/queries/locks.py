"""What is locked, what waits to be confirmed, and whose board each changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from portal.accounts.models import CareLeaver, Duty, Involvement, Membership, Staff, Team, Topic
from portal.accounts.queries import teams
from portal.accounts.viewers import Housekeeping
from portal.consent.models import LockedCell
from portal.db import acting_as, now, session


@dataclass(frozen=True, kw_only=True)
class ShownLock:
    """One lock as a line on a page."""

    id: UUID
    team: str
    topic: str
    reason: str
    first_day_at: datetime
    end_at: datetime | None
    set_by_id: UUID
    set_by: str
    confirmed_by: str
    confirmed_at: datetime | None

    @property
    def is_over(self) -> bool:
        return self.end_at is not None and self.end_at <= now()


def every_one() -> list[ShownLock]:
    """In the order of teams and topics."""
    return [_shown(*row) for row in session.execute(_shown_locks())]


def one(lock_id: UUID) -> ShownLock:
    return _shown(*session.execute(_shown_locks().where(LockedCell.id == lock_id)).one())


def not_over(team_id: UUID, topic_id: UUID) -> Sequence[LockedCell]:
    """Of this cell: in force, to begin, or to be confirmed."""
    return session.scalars(
        select(LockedCell)
        .where(LockedCell.team_id == team_id, LockedCell.topic_id == topic_id, _lasts())
        .order_by(LockedCell.first_day_at, LockedCell.id)
    ).all()


def how_many_wait_for(staff_id: UUID) -> int:
    """Set by somebody else, to be confirmed."""
    return sum(
        not each.is_over and each.confirmed_at is None and each.set_by_id != staff_id
        for each in every_one()
    )


def whose_board_shows(team_id: UUID) -> Sequence[UUID]:
    """Everybody's, for a team with practitioners; else those of its own care leavers.

    Whoever confirms a lock knows few of them, so the portal asks by itself.
    """
    with acting_as(Housekeeping(now=now(), name="a lock")) as asking:
        everybody = select(CareLeaver.id).where(
            or_(CareLeaver.left_at.is_(None), CareLeaver.left_at > now())
        )
        if asking.scalars(_practise(team_id)).first() is None:
            involved = select(Involvement.care_leaver_id).where(
                Involvement.team_id == team_id,
                Involvement.confirmed_at.is_not(None),
                or_(Involvement.end_at.is_(None), Involvement.end_at > now()),
            )
            theirs = or_(CareLeaver.team_id == team_id, CareLeaver.id.in_(involved))
            everybody = everybody.where(theirs)
        return asking.scalars(everybody.order_by(CareLeaver.id)).all()


def _shown_locks() -> Any:
    confirmed_by = aliased(Staff)
    return (
        select(LockedCell, Team.name, Topic.name, Staff.name, confirmed_by.name)
        .join(Team, Team.id == LockedCell.team_id)
        .join(Topic, Topic.id == LockedCell.topic_id)
        .join(Staff, Staff.id == LockedCell.set_by_id)
        .outerjoin(confirmed_by, confirmed_by.id == LockedCell.confirmed_by_id)
        .order_by(Team.name, Topic.position, LockedCell.first_day_at, LockedCell.id)
    )


def _practise(team_id: UUID) -> Any:
    return select(Membership.id).where(
        Membership.team_id == team_id, Membership.duty == Duty.PRACTITIONER, teams.lasts()
    )


def _lasts() -> Any:
    return or_(LockedCell.end_at.is_(None), LockedCell.end_at > now())


def _shown(lock: LockedCell, team: str, topic: str, set_by: str, by: str | None) -> ShownLock:
    return ShownLock(
        id=lock.id,
        team=team,
        topic=topic,
        reason=lock.reason,
        first_day_at=lock.first_day_at,
        end_at=lock.end_at,
        set_by_id=lock.set_by_id,
        set_by=set_by,
        confirmed_by=by or "",
        confirmed_at=lock.confirmed_at,
    )
