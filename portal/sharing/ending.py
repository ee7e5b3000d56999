"""The yeses that end soon, or that ended and were not answered since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import Team, Topic
from portal.consent.actions.choosing import Wish
from portal.consent.queries.choices import SOON, About, RunningOut
from portal.db import now, session
from portal.sharing.cells import name_of
from portal.sharing.lengths import last_day
from portal.sharing.texts import PURPOSES

LAST_DAYS = timedelta(days=2)


@dataclass(frozen=True)
class Ending:
    """One of them, in words."""

    name: str
    to: About
    about: str
    since: datetime | None
    until: datetime
    is_over: bool

    @property
    def is_said_at_home(self) -> bool:
        """One that was meant to be short is not told of on the very day that it was chosen."""
        is_short = self.since is not None and self.until - self.since <= SOON
        return self.is_over or not is_short or self.until - now() <= LAST_DAYS

    @property
    def last_day(self) -> date:
        return last_day(self.until)


def named(found: Sequence[RunningOut]) -> list[Ending]:
    teams = _names(Team, [one.about.team_id for one in found])
    topics = _names(Topic, [one.about.topic_id for one in found])
    return [
        Ending(field_of(to), to, _in_words(to, teams, topics), one.since, one.until, one.is_over)
        for one in found
        for to in [one.about]
    ]


def field_of(to: About) -> str:
    if to.purpose is not None:
        return name_of(to.purpose)
    assert to.team_id is not None
    assert to.topic_id is not None
    return name_of((to.team_id, to.topic_id))


def again(found: Sequence[Ending], ticked: set[str], until: datetime | None) -> list[Wish]:
    """What was ticked, as a yes until then; without an end, as a not now."""
    return [Wish(until is not None, *one.to, until=until) for one in found if one.name in ticked]


def _names(kind: Any, ids: Sequence[UUID | None]) -> dict[UUID, str]:
    found = session.scalars(select(kind).where(kind.id.in_(ids)))
    return {one.id: one.name for one in found}


def _in_words(to: About, teams: dict[UUID, str], topics: dict[UUID, str]) -> str:
    if to.purpose is not None:
        return PURPOSES[to.purpose].name
    assert to.team_id is not None
    assert to.topic_id is not None
    return f"{teams[to.team_id]} about {topics[to.topic_id]}"
