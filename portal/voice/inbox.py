"""What waits for a member of staff: worries and talk-to-me first, oldest first.

It stands with the adviser, and with whoever covers. It stands with the managers when nobody of
these is there to read it, and, once it was left unread for a working day, with them too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from portal import hours
from portal.accounts.models import Allocation, Away, CareLeaver, Duty, Membership, Staff, Topic
from portal.db import now, session
from portal.voice.models import Entry, Waiting
from portal.voice.readers import away_now, has_duty_in, in_force, still_employed
from portal.voice.shown import Waits

UNREAD_FOR = 1  # working days
A_PAGE = 20
DAY = timedelta(days=1)


def waiting_for(staff_id: UUID, skip: int = 0) -> list[Waits]:
    """A page of what waits for this member of staff, with the words that they may see."""
    found = session.execute(
        select(
            Waiting.answers_to,
            Waiting.care_leaver_id,
            Waiting.made_at,
            Waiting.due_on,
            Waiting.pressing,
            Waiting.read_at,
            Waiting.adviser_only,
            case((_allocated_to(staff_id), True), else_=False).label("mine"),
        )
        .where(_waits_for(staff_id))
        .order_by(Waiting.pressing.desc(), Waiting.made_at, Waiting.id)
        .offset(skip)
        .limit(A_PAGE)
    ).all()
    entries = _entries([row.answers_to for row in found])
    names = _names([row.care_leaver_id for row in found])
    topics = dict(session.execute(select(Topic.id, Topic.name)).all())
    return [_shown(row, names, entries.get(row.answers_to), topics) for row in found]


def count_waiting(staff_id: UUID) -> int:
    """How much waits: a number, for every page. Shows no record."""
    found = select(func.count()).select_from(Waiting).where(_waits_for(staff_id))
    return session.scalar(found) or 0


def count_pressing(staff_id: UUID) -> int:
    """How much of it is a worry, or asks to talk."""
    found = select(func.count()).where(_waits_for(staff_id), Waiting.pressing.is_(True))
    return session.scalar(found.select_from(Waiting)) or 0


def _waits_for(staff_id: UUID) -> ColumnElement[bool]:
    as_manager = and_(
        _manages(staff_id),
        or_(
            and_(Waiting.read_at.is_(None), Waiting.made_at < _left_unread_since()),
            ~_somebody_reads(),
        ),
    )
    return and_(Waiting.answered_at.is_(None), or_(_allocated_to(staff_id), as_manager))


def _allocated_to(staff_id: UUID) -> ColumnElement[bool]:
    given = aliased(Allocation)
    return exists().where(
        given.care_leaver_id == Waiting.care_leaver_id,
        given.staff_id == staff_id,
        in_force(given),
    )


def _manages(staff_id: UUID) -> ColumnElement[bool]:
    """Whoever sees what waits and is no adviser of that person is there as their manager."""
    return exists().where(
        Membership.staff_id == staff_id, has_duty_in(Waiting.held_by_id, Duty.MANAGER)
    )


def _somebody_reads() -> ColumnElement[bool]:
    """An adviser or cover who is employed, there, and whom the words are not kept from."""
    given = aliased(Allocation)
    return exists().where(
        given.care_leaver_id == Waiting.care_leaver_id,
        in_force(given),
        or_(Waiting.not_for_id.is_(None), given.staff_id != Waiting.not_for_id),
        given.staff_id.in_(select(Staff.id).where(still_employed())),
        # By itself this would be about anybody's team: it looks one question further out, no more.
        given.staff_id.in_(
            select(Membership.staff_id)
            .where(has_duty_in(Waiting.held_by_id, Duty.ADVISER))
            .correlate(Waiting)
        ),
        given.staff_id.not_in(select(Away.staff_id).where(away_now())),
    )


def _left_unread_since() -> datetime:
    """What was said before this instant has had its working day."""
    day = hours.local(now()).date()
    while hours.closes_on(hours.working_days_after(day, UNREAD_FOR)) > now():
        day -= DAY
    return hours.midnight_after(day)


def _entries(ids: Sequence[UUID]) -> dict[UUID, Entry]:
    found = select(Entry).where(Entry.id.in_(ids)) if ids else None
    return {one.id: one for one in session.scalars(found)} if found is not None else {}


def _names(ids: Sequence[UUID]) -> dict[UUID, str]:
    found = session.scalars(select(CareLeaver).where(CareLeaver.id.in_(set(ids))))
    return {person.id: person.name for person in found}


def _shown(row: Any, names: dict[UUID, str], entry: Entry | None, topics: dict[UUID, str]) -> Waits:
    return Waits(
        entry_id=row.answers_to,
        care_leaver_id=row.care_leaver_id,
        name=names.get(row.care_leaver_id, ""),
        said_at=row.made_at,
        due_on=row.due_on,
        pressing=row.pressing,
        overdue=row.due_on < hours.local(now()).date(),
        read_at=row.read_at,
        adviser_only=row.adviser_only,
        mine=bool(row.mine),
        entry=entry,
        topic=topics.get(entry.topic_id, "") if entry and entry.topic_id else "",
    )
