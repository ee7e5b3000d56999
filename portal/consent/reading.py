"""What a care leaver reads of the log: who looked, at what kind of thing, and why they could."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select

from portal import hours
from portal.accounts.about import AboutCareLeaver
from portal.accounts.models import Staff
from portal.consent.models import EmergencyAccess, Look
from portal.consent.questions import queries as questions
from portal.consent.questions.models import LookQuestion
from portal.db import Base, now, session

A_PAGE = 40
MOST_EMERGENCIES = 10
YOUR_RECORD = "YourRecord"
Seen = dict[str, set[str]]


@dataclass(frozen=True)
class Looker:
    """One member of staff on one day: when they looked, at what, and why they could."""

    staff_id: UUID
    name: str
    job: str
    why: str
    question: LookQuestion | None
    times: tuple[datetime, ...]
    kinds: tuple[tuple[str, int], ...]

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True)
class LookedDay:
    day: date
    lookers: tuple[Looker, ...]


@dataclass(frozen=True)
class Opened:
    """Somebody opened their record in an emergency. `told_late`: they were told days after."""

    name: str
    job: str
    category: str
    at: datetime
    until: datetime
    told_late: bool

    @property
    def is_over(self) -> bool:
        return self.until <= now()


def emergencies() -> list[Opened]:
    """The latest first; what is held back is not among them."""
    found = session.execute(
        select(EmergencyAccess, Staff)
        .join(Staff, Staff.id == EmergencyAccess.staff_id)
        .order_by(EmergencyAccess.start_at.desc(), EmergencyAccess.id)
        .limit(MOST_EMERGENCIES)
    )
    return [
        Opened(
            name=staff.name,
            job=staff.job,
            category=opened.category,
            at=opened.start_at,
            until=opened.end_at,
            told_late=opened.telling_held_back_until is not None,
        )
        for opened, staff in found
    ]


def looks(skip: int = 0) -> Sequence[Look]:
    """Newest first, and one more than a page, so that the page knows whether there are older."""
    newest = select(Look).order_by(Look.looked_at.desc(), Look.id.desc())
    return session.scalars(newest.offset(skip).limit(A_PAGE + 1)).all()


def by_day(found: Sequence[Look]) -> list[LookedDay]:
    """The same looks by day and by whoever looked."""
    staff, shown_to_them = _names_of(found), _may_be_named(found)
    days: dict[date, dict[tuple[UUID, str], list[Look]]] = defaultdict(lambda: defaultdict(list))
    for look in found:
        days[hours.local(look.looked_at).date()][look.staff_id, look.why].append(look)
    asked = questions.about_days(list(days))
    return [
        LookedDay(
            day,
            tuple(
                _looker(staff[who], same, shown_to_them, asked.get((who, day, why)))
                for (who, why), same in whos.items()
            ),
        )
        for day, whos in days.items()
    ]


def _looker(who: Staff, same: list[Look], named: Seen, asked: LookQuestion | None) -> Looker:
    things = {(kind, id_) for look in same for kind, id_, *_ in look.shown}
    kinds = Counter(kind if id_ in named[kind] else YOUR_RECORD for kind, id_ in things)
    times = tuple(sorted(look.looked_at for look in same))
    most = tuple(kinds.most_common())
    return Looker(who.id, who.name, who.job, same[0].why, asked, times, most)


def _names_of(found: Iterable[Look]) -> dict[UUID, Staff]:
    ids = {look.staff_id for look in found}
    return {one.id: one for one in session.scalars(select(Staff).where(Staff.id.in_(ids)))}


def _may_be_named(found: Iterable[Look]) -> Seen:
    """What the care leaver may see too, asked as themselves; the rest is "your record"."""
    ids: dict[str, set[UUID]] = defaultdict(set)
    for look in found:
        for kind, id_, *_ in look.shown:
            ids[kind].add(UUID(id_))
    named: Seen = defaultdict(set)
    for kind, some in ids.items():
        if (known := records().get(kind)) is not None:
            visible = session.scalars(select(known.id).where(known.id.in_(some)))
            named[kind] = {str(id_) for id_ in visible}
    return named


@cache
def records() -> dict[str, type[Any]]:
    classes = (mapper.class_ for mapper in Base.registry.mappers)
    return {one.__name__: one for one in classes if issubclass(one, AboutCareLeaver)}
