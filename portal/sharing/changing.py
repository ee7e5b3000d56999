"""What a choice changes, one line for each cell: before it is kept, and afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.consent.actions.choosing import Wish
from portal.consent.models import Purpose
from portal.consent.queries.boards import Board
from portal.consent.queries.choices import CellState
from portal.sharing.cells import NOT_NOW, YES, Answer, Where, mark_of, name_of, states
from portal.sharing.lengths import last_day
from portal.sharing.showing import how_it_was
from portal.sharing.texts import PURPOSES
from portal.text import begun_large
from portal.web.dates import on_day


@dataclass(frozen=True)
class Line:
    """One cell that changes, and the field that keeps it so."""

    where: Where
    whose: str
    about: str
    is_yes: bool
    until: datetime | None
    before: CellState
    name: str
    value: str

    @property
    def was(self) -> str:
        return how_it_was(self.before)

    @property
    def will_be(self) -> str:
        if not self.is_yes:
            return "Not now"
        return f"Yes, until {on_day(last_day(self.until))}" if self.until else "Yes"

    @property
    def team_id(self) -> UUID | None:
        return None if isinstance(self.where, Purpose) else self.where[0]


def lines(board: Board, wishes: Iterable[Wish]) -> list[Line]:
    """In the order of the board."""
    wished = {_where(wish): wish for wish in wishes}
    names = {team.id: team.name for team in board.teams}
    topics = {topic.id: topic.name for topic in board.topics}
    return [
        _line(where, wished[where], state, *_named(where, names, topics))
        for where, state in states(board).items()
        if where in wished
    ]


def by_team(found: Sequence[Line]) -> dict[str, list[Line]]:
    teams: dict[str, list[Line]] = {}
    for line in found:
        teams.setdefault(line.whose, []).append(line)
    return teams


def _line(where: Where, wish: Wish, before: CellState, whose: str, about: str) -> Line:
    value = str(Answer(YES if wish.is_yes else NOT_NOW, mark_of(before)))
    return Line(where, whose, about, wish.is_yes, wish.until, before, name_of(where), value)


def _where(wish: Wish) -> Where:
    if wish.purpose is not None:
        return wish.purpose
    assert wish.team_id is not None
    assert wish.topic_id is not None
    return wish.team_id, wish.topic_id


def _named(where: Where, teams: dict[UUID, str], topics: dict[UUID, str]) -> tuple[str, str]:
    if isinstance(where, Purpose):
        return "", PURPOSES[where].name
    return teams[where[0]], begun_large(topics[where[1]])
