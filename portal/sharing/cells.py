"""One cell of the board on a page: how it stands, what can be chosen, and what was sent back.

What can be chosen carries a mark of how the cell stood when the page was made. So a page that was
open for long changes only what somebody touched on it, and says so when that had changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.consent.actions.choosing import Wish
from portal.consent.models import Purpose
from portal.consent.queries.boards import Board
from portal.consent.queries.choices import CellState, Kind

YES, NOT_NOW = "yes", "not_now"
SHOWN_AS = {Kind.YES: YES, Kind.WAITS_FOR_ADULT: YES, Kind.NOT_NOW: NOT_NOW}
FIELD = "cell"

Where = tuple[UUID, UUID] | Purpose


class ChangedElsewhere(Exception):
    """What was answered is not what the page showed any more."""


@dataclass(frozen=True)
class Answer:
    """What somebody chose in one cell, and how the cell stood on the page that they chose on."""

    chosen: str
    mark: str

    @classmethod
    def of(cls, sent: str) -> Answer:
        chosen, _, mark = sent.partition(".")
        if chosen not in (YES, NOT_NOW):
            raise ChangedElsewhere
        return cls(chosen, mark)

    def __str__(self) -> str:
        return f"{self.chosen}.{self.mark}"


def name_of(where: Where) -> str:
    """The field of a cell: short, and its own on every board."""
    if isinstance(where, Purpose):
        return f"{FIELD}-{where}"
    team_id, topic_id = where
    return f"{FIELD}-{team_id.hex[:12]}-{topic_id.hex[:12]}"


def mark_of(state: CellState) -> str:
    """How a cell stands: the same as long as nobody chooses something else there."""
    return f"{state.kind}.{state.choice_id or ''}"


def shown_as(state: CellState) -> str:
    """Which of the two is chosen on a fresh page; neither, before anything was said."""
    return SHOWN_AS.get(state.kind, "")


def states(board: Board) -> dict[Where, CellState]:
    """Everything on the board: the teams about the topics, and the purposes."""
    both: list[tuple[Where, CellState]] = [*board.cells.items(), *board.purposes.items()]
    return dict(both)


def answers(typed: Mapping[str, str], board: Board) -> Iterator[tuple[Where, Answer]]:
    """Every cell that was sent back. One that is not to be chosen here any more is a change."""
    known = {name_of(where): where for where in states(board)}
    for field, sent in typed.items():
        if not field.startswith(f"{FIELD}-"):
            continue
        if field not in known:
            raise ChangedElsewhere
        yield known[field], Answer.of(sent)


def wishes(typed: Mapping[str, str], board: Board, until: datetime) -> list[Wish]:
    """What was touched. A *not now* counts however the cell stands; a yes only as it was shown."""
    found, now = [], states(board)
    for where, answer in answers(typed, board):
        if not _was_touched(answer):
            continue
        state = now[where]
        if state.kind is Kind.LOCKED or (answer.chosen == YES and answer.mark != mark_of(state)):
            raise ChangedElsewhere
        found.append(_wish(where, answer, until))
    return found


def _was_touched(answer: Answer) -> bool:
    kind = answer.mark.partition(".")[0]
    return kind not in set(Kind) or answer.chosen != SHOWN_AS.get(Kind(kind), "")


def _wish(where: Where, answer: Answer, until: datetime) -> Wish:
    is_yes = answer.chosen == YES
    end = until if is_yes else None
    if isinstance(where, Purpose):
        return Wish(is_yes=is_yes, purpose=where, until=end)
    return Wish(is_yes=is_yes, team_id=where[0], topic_id=where[1], until=end)
