"""Who opens, or tries to open, people outside of their allocation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.exc import NoResultFound

from portal.accounts.models import CareLeaver, Staff
from portal.consent.models import Look
from portal.db import now, session
from portal.emergency.models import RefusedTry

LATELY = timedelta(days=28)
A_PAGE = 50
PER_PERSON = 500


@dataclass(frozen=True, kw_only=True)
class Refused:
    """How often one member of staff asked for the page of one person and got none."""

    who: Staff
    whom: CareLeaver
    times: int
    last_at: datetime
    has_inquiry: bool
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class Reads:
    """What a manager read lately of people whom they manage and do not advise."""

    who: Staff
    people: int
    looks: int
    last_at: datetime


def refused(me: UUID) -> list[Refused]:
    """What nobody has looked at yet, or has an inquiry: the latest first."""
    inquiries, last_at = func.sum(case((_inquiry(), 1), else_=0)), func.max(RefusedTry.tried_at)
    found = session.execute(
        select(RefusedTry.staff_id, RefusedTry.care_leaver_id, func.count(), last_at, inquiries)
        .where(_undone())
        .group_by(RefusedTry.staff_id, RefusedTry.care_leaver_id)
        .order_by(last_at.desc(), RefusedTry.staff_id, RefusedTry.care_leaver_id)
        .limit(A_PAGE)
    ).all()
    staff, people = staff_by_id(row[0] for row in found), _people(row[1] for row in found)
    return [
        Refused(
            who=staff[who],
            whom=people[whom],
            times=times,
            last_at=latest,
            has_inquiry=bool(inquiry),
            is_own=who == me,
        )
        for who, whom, times, latest, inquiry in found
    ]


def refused_between(staff_id: UUID, person_id: UUID) -> Sequence[RefusedTry]:
    """The tries of one at another that are not done with; there must be some."""
    between = RefusedTry.staff_id == staff_id, RefusedTry.care_leaver_id == person_id
    order = RefusedTry.tried_at.desc(), RefusedTry.id
    latest = select(RefusedTry).where(*between, _undone()).order_by(*order).limit(PER_PERSON)
    found = session.scalars(latest).all()
    if not found:
        raise NoResultFound
    return found


def how_many_wait(me: UUID) -> int:
    """Pairs of somebody who tried and somebody at whom."""
    undone = RefusedTry.reviewed_at.is_(None), RefusedTry.staff_id != me
    pairs = select(RefusedTry.staff_id, RefusedTry.care_leaver_id).where(*undone).distinct()
    return session.scalar(select(func.count()).select_from(pairs.subquery())) or 0


def reads() -> list[Reads]:
    """Managers may read everybody of their team; how much they do is for all of them to see."""
    people, last_at = func.count(Look.care_leaver_id.distinct()), func.max(Look.looked_at)
    found = session.execute(
        select(Look.staff_id, people, func.count(), last_at)
        .where(_as_manager_lately())
        .group_by(Look.staff_id)
        .order_by(people.desc(), Look.staff_id)
        .limit(A_PAGE)
    ).all()
    staff = staff_by_id(row[0] for row in found)
    return [
        Reads(who=staff[who], people=whom, looks=looks, last_at=latest)
        for who, whom, looks, latest in found
    ]


def reads_of(staff_id: UUID) -> list[tuple[CareLeaver, int, datetime]]:
    """Whom one manager read lately, how often, and when last."""
    last_at = func.max(Look.looked_at)
    found = session.execute(
        select(Look.care_leaver_id, func.count(), last_at)
        .where(_as_manager_lately(), Look.staff_id == staff_id)
        .group_by(Look.care_leaver_id)
        .order_by(last_at.desc(), Look.care_leaver_id)
        .limit(PER_PERSON)
    ).all()
    if not found:
        raise NoResultFound
    people = _people(row[0] for row in found)
    return [(people[whom], looks, latest) for whom, looks, latest in found]


def staff_by_id(ids: Iterable[UUID]) -> dict[UUID, Staff]:
    return {one.id: one for one in session.scalars(select(Staff).where(Staff.id.in_(set(ids))))}


def _people(ids: Iterable[UUID]) -> dict[UUID, CareLeaver]:
    found = session.scalars(select(CareLeaver).where(CareLeaver.id.in_(set(ids))))
    return {one.id: one for one in found}


def _as_manager_lately() -> Any:
    return and_(Look.why == "manager", Look.looked_at > now() - LATELY)


def _inquiry() -> Any:
    return and_(RefusedTry.inquiry.is_not(None), RefusedTry.ended_at.is_(None))


def _undone() -> Any:
    return or_(RefusedTry.reviewed_at.is_(None), _inquiry())
