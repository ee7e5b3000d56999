"""The board as pages show it: every cell with its words and with what can be chosen there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from portal.consent.models import Purpose
from portal.consent.queries.boards import Board, BoardTeam, BoardTopic
from portal.consent.queries.choices import CellState, Kind
from portal.sharing.cells import NOT_NOW, YES, Answer, mark_of, name_of, shown_as
from portal.sharing.lengths import last_day
from portal.sharing.texts import PURPOSES
from portal.text import begun_large
from portal.web.dates import on_day

NOTHING_SENT: Mapping[str, str] = {}


@dataclass(frozen=True)
class CellShown:
    """One team about one topic, or one purpose."""

    name: str
    team_id: UUID | None
    topic_id: UUID | None
    about: str
    state: CellState
    chosen: str

    @property
    def yes(self) -> str:
        return str(Answer(YES, mark_of(self.state)))

    @property
    def not_now(self) -> str:
        return str(Answer(NOT_NOW, mark_of(self.state)))

    @property
    def is_locked(self) -> bool:
        return self.state.kind is Kind.LOCKED

    @property
    def is_yes(self) -> bool:
        return self.state.kind is Kind.YES

    @property
    def words(self) -> str:
        """How it stands now, and until when."""
        return how_it_stands(self.state)


@dataclass(frozen=True)
class TeamShown:
    team: BoardTeam
    cells: tuple[CellShown, ...]

    @property
    def yeses(self) -> tuple[CellShown, ...]:
        return tuple(cell for cell in self.cells if cell.is_yes)

    @property
    def locked(self) -> tuple[CellShown, ...]:
        return tuple(cell for cell in self.cells if cell.is_locked)


def teams(board: Board, sent: Mapping[str, str] = NOTHING_SENT) -> list[TeamShown]:
    """Every team with its cells, in the order of the topics; what was sent back stays chosen."""
    return [
        TeamShown(team, tuple(cell(board, team.id, topic, sent) for topic in board.topics))
        for team in board.teams
    ]


def cell(
    board: Board, team_id: UUID, topic: BoardTopic, sent: Mapping[str, str] = NOTHING_SENT
) -> CellShown:
    state, name = board.cells[team_id, topic.id], name_of((team_id, topic.id))
    about = begun_large(topic.name)
    return CellShown(name, team_id, topic.id, about, state, chosen_in(name, state, sent))


def purpose(board: Board, which: Purpose, sent: Mapping[str, str] = NOTHING_SENT) -> CellShown:
    state, name = board.purposes[which], name_of(which)
    about = PURPOSES[which].name
    return CellShown(name, None, None, about, state, chosen_in(name, state, sent))


def chosen_in(name: str, state: CellState, sent: Mapping[str, str]) -> str:
    """What somebody chose and could not keep yet; else how it stands."""
    answer = sent.get(name, "").partition(".")[0]
    return answer if answer in (YES, NOT_NOW) else shown_as(state)


def how_it_stands(state: CellState) -> str:
    match state.kind:
        case Kind.YES:
            return f"Until {on_day(last_day(state.until))}" if state.until else "Yes"
        case Kind.WAITS_FOR_ADULT:
            return "You said yes. It waits for the adult who is asked too."
        case Kind.NOT_NOW:
            return f"Not since {on_day(state.since)}" if state.since else "Not now"
        case Kind.RAN_OUT:
            return f"Your yes ended {on_day(last_day(state.until))}" if state.until else "Ended"
        case _:
            return state.reason or "You have not chosen. They do not see it."


def how_it_was(state: CellState) -> str:
    """Beside what it was changed to."""
    match state.kind:
        case Kind.NEVER:
            return "nothing chosen"
        case Kind.YES if state.until:
            return f"yes, until {on_day(last_day(state.until))}"
        case Kind.NOT_NOW:
            return "not now"
        case _:
            return how_it_stands(state)
