"""What was kept with one receipt, and what came of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import Team, Topic
from portal.consent.models import Choice, Receipt
from portal.consent.queries.choices import CellState, Kind
from portal.db import session
from portal.sharing.cells import name_of
from portal.sharing.lengths import last_day
from portal.sharing.showing import how_it_was
from portal.sharing.texts import PURPOSES
from portal.text import begun_large
from portal.web.dates import on_day


@dataclass(frozen=True)
class KeptLine:
    """One cell or purpose of a receipt."""

    choice: Choice
    whose: str
    about: str
    before: CellState

    @property
    def field(self) -> str:
        """The name of its cell on the board."""
        choice = self.choice
        if choice.purpose is not None:
            return name_of(choice.purpose)
        assert choice.team_id is not None
        assert choice.topic_id is not None
        return name_of((choice.team_id, choice.topic_id))

    @property
    def is_yes(self) -> bool:
        return self.choice.is_yes

    @property
    def was(self) -> str:
        return how_it_was(self.before)

    @property
    def will_be(self) -> str:
        if not self.choice.is_yes:
            return "Not now"
        end_at = self.choice.end_at
        return f"Yes, until {on_day(last_day(end_at))}" if end_at else "Yes"

    @property
    def waits_for_adult(self) -> bool:
        return self.choice.adult_until is not None


@dataclass(frozen=True)
class Kept:
    receipt: Receipt
    lines: tuple[KeptLine, ...]

    @property
    def by_team(self) -> dict[str, list[KeptLine]]:
        teams: dict[str, list[KeptLine]] = {}
        for line in self.lines:
            teams.setdefault(line.whose, []).append(line)
        return teams

    @property
    def ended(self) -> list[KeptLine]:
        """What a team could read until then, and cannot any more."""
        return [
            line
            for line in self.lines
            if not line.is_yes and line.choice.team_id and line.before.kind is Kind.YES
        ]

    @property
    def yeses(self) -> list[KeptLine]:
        return [line for line in self.lines if line.is_yes and line.choice.topic_id]

    @property
    def teams_with_a_yes(self) -> dict[UUID, str]:
        return {line.choice.team_id: line.whose for line in self.yeses if line.choice.team_id}

    @property
    def topic_ids(self) -> set[UUID]:
        return {line.choice.topic_id for line in self.yeses if line.choice.topic_id}


def kept_with(receipt_id: UUID) -> Kept:
    """As whoever asks: somebody else's is not there."""
    receipt = session.get_one(Receipt, receipt_id)
    rows = session.execute(
        select(Choice, Team.name, Topic.name)
        .outerjoin(Team, Team.id == Choice.team_id)
        .outerjoin(Topic, Topic.id == Choice.topic_id)
        .where(Choice.receipt_id == receipt.id)
        .order_by(Choice.id)
    ).all()
    before = [_before(change) for change in json.loads(receipt.body)["changes"]]
    found = zip(rows, before, strict=True)
    return Kept(receipt, tuple(_line(*row, was) for row, was in found))


def _line(choice: Choice, team: str | None, topic: str | None, before: CellState) -> KeptLine:
    about = PURPOSES[choice.purpose].name if choice.purpose else begun_large(topic or "")
    return KeptLine(choice, team or "", about, before)


def _before(change: dict[str, Any]) -> CellState:
    """How the cell stood right before it, as the receipt has it: in the order of the choices."""
    until = change["previous_until"]
    end_at = datetime.fromisoformat(until) if until else None
    return CellState(Kind(change["previous_decision"]), until=end_at)
