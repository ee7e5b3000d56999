"""Everything that was ever chosen, newest first: nothing of it is changed or taken away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import select

from portal import hours
from portal.accounts.models import Staff, Team, Topic
from portal.consent.models import Choice
from portal.db import session
from portal.sharing.lengths import last_day
from portal.sharing.texts import PURPOSES
from portal.web.dates import on_day

A_PAGE = 40


@dataclass(frozen=True)
class Chosen:
    """One choice, as a line."""

    choice: Choice
    team: str
    topic: str
    recorded_by: str

    @property
    def day(self) -> date:
        return hours.local(self.choice.made_at).date()

    @property
    def about(self) -> str:
        if self.choice.purpose:
            return PURPOSES[self.choice.purpose].name
        return f"{self.team}, {self.topic}"

    @property
    def words(self) -> str:
        if not self.choice.is_yes:
            return "No" if self.choice.purpose else "Not now"
        end_at = self.choice.end_at
        return f"Yes, until {on_day(last_day(end_at))}" if end_at else "Yes"


def choices(care_leaver_id: UUID, skip: int = 0) -> list[Chosen]:
    """One page, and one more when there are older ones."""
    found = session.execute(
        select(Choice, Team.name, Topic.name, Staff.name)
        .outerjoin(Team, Team.id == Choice.team_id)
        .outerjoin(Topic, Topic.id == Choice.topic_id)
        .outerjoin(Staff, Staff.id == Choice.recorded_by_id)
        .where(Choice.care_leaver_id == care_leaver_id)
        .order_by(Choice.id.desc())
        .offset(skip)
        .limit(A_PAGE + 1)
    )
    return [Chosen(one, *(name or "" for name in names)) for one, *names in found]


def by_day(found: Sequence[Chosen]) -> list[tuple[date, list[Chosen]]]:
    return [(day, list(some)) for day, some in groupby(found, key=lambda one: one.day)]
