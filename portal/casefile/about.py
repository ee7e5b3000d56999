"""Who somebody is, in a line: their age, who works with them, and since when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from portal.accounts.models import Allocation, CareLeaver, Involvement, Staff, Team, Topic
from portal.casefile.finding import today
from portal.casefile.why import Why, why_here
from portal.consent.queries import team_writing_about
from portal.db import now, session
from portal.errors import NotAllowed
from portal.records.models import Source
from portal.voice.models import Entry

AT_MOST = 200


@dataclass(frozen=True)
class With:
    """Somebody who works with them: for leaving care, or for another team."""

    staff_id: UUID
    name: str
    team: str
    since: datetime
    is_cover: bool = False


@dataclass(frozen=True, kw_only=True)
class About:
    """The head of somebody's page. `team_id`: the team for which whoever looks may write."""

    person: CareLeaver
    me: With | None
    others: list[With]
    team_id: UUID | None
    why: Why = field(default_factory=Why)

    @property
    def age(self) -> int | None:
        return _age(self.person.born_on, today()) if self.person.born_on else None

    @property
    def in_leaving_care(self) -> bool:
        return self.team_id == self.person.team_id

    @property
    def adviser(self) -> With | None:
        return next((one for one in self.others if not one.team and not one.is_cover), None)

    @property
    def other_teams(self) -> list[str]:
        mine = self.me.team if self.me else ""
        return sorted({one.team for one in self.others if one.team} - {mine})


def about(care_leaver_id: UUID, staff_id: UUID) -> About:
    """As far as whoever asks may know them."""
    person = session.get_one(CareLeaver, care_leaver_id)
    around = [*_in_leaving_care(person), *_in_other_teams(person)]
    team_id = _writing_for(person)
    return About(
        person=person,
        me=next((one for one in around if one.staff_id == staff_id), None),
        others=[one for one in around if one.staff_id != staff_id],
        team_id=team_id,
        why=why_here(person.id, team_id),
    )


def count_new(care_leaver_id: UUID, since: datetime) -> int:
    """How much they said since then; counted up to so many, and one more."""
    new = select(Entry.id).where(Entry.care_leaver_id == care_leaver_id, Entry.made_at > since)
    some = new.limit(AT_MOST + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def topics_and_sources() -> tuple[list[Topic], list[Source]]:
    topics = select(Topic).where(Topic.retired_at.is_(None)).order_by(Topic.position, Topic.id)
    sources = session.scalars(select(Source).order_by(Source.name, Source.id)).all()
    return list(session.scalars(topics)), list(sources)


def _writing_for(person: CareLeaver) -> UUID | None:
    try:
        return team_writing_about(person.id)
    except NotAllowed:
        return None


def _in_leaving_care(person: CareLeaver) -> list[With]:
    given = Allocation
    found = (
        select(Staff.id, Staff.name, given.start_at, given.is_cover)
        .join(Staff, Staff.id == given.staff_id)
        .order_by(given.is_cover, given.start_at.desc(), given.id)
    )
    rows = session.execute(_in_force(found, given, person))
    return [With(id_, name, "", since, cover) for id_, name, since, cover in rows]


def _in_other_teams(person: CareLeaver) -> list[With]:
    given = Involvement
    found = (
        select(Staff.id, Staff.name, Team.name, given.start_at)
        .join(Staff, Staff.id == given.staff_id)
        .join(Team, Team.id == given.team_id)
        .order_by(Team.name, given.start_at, given.id)
    )
    return [With(*row) for row in session.execute(_in_force(found, given, person))]


def _in_force(found: Any, given: Any, person: CareLeaver) -> Any:
    return found.where(
        given.care_leaver_id == person.id,
        given.confirmed_at <= now(),
        given.start_at <= now(),
        or_(given.end_at.is_(None), given.end_at > now()),
    )


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
