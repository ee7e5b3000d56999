"""The board: every team and topic, and what somebody chose about each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select

from portal.accounts.models import (
    Allocation,
    CareLeaver,
    Duty,
    Involvement,
    Membership,
    Team,
    Topic,
)
from portal.consent.models import LockedCell, Purpose
from portal.consent.queries.choices import NEVER, About, CellState, Kind, states
from portal.db import now, session


@dataclass(frozen=True)
class BoardTeam:
    """A team, and since when somebody of it works with the care leaver, if anybody does."""

    id: UUID
    name: str
    does: str
    works_with_me: datetime | None
    is_leaving_care: bool


@dataclass(frozen=True)
class BoardTopic:
    id: UUID
    name: str


@dataclass(frozen=True)
class Board:
    teams: list[BoardTeam]
    topics: list[BoardTopic]
    cells: dict[tuple[UUID, UUID], CellState]
    purposes: dict[Purpose, CellState]


def board(care_leaver_id: UUID) -> Board:
    """As whoever asks may see it: their own leaving-care team first, then by name."""
    said, locked = states(care_leaver_id), dict(_locked())
    teams, topics = _teams(care_leaver_id), _topics()
    cells = {
        (team.id, topic.id): _cell(said.get(About(team.id, topic.id), NEVER), locked, team, topic)
        for team in teams
        for topic in topics
    }
    purposes = {each: said.get(About(purpose=each), NEVER) for each in Purpose}
    return Board(teams, topics, cells, purposes)


def _cell(
    said: CellState,
    locked: dict[tuple[UUID, UUID], CellState],
    team: BoardTeam,
    topic: BoardTopic,
) -> CellState:
    lock = locked.get((team.id, topic.id))
    if lock is None:
        return said
    return replace(lock, own_words=said.kind is Kind.YES, choice_id=said.choice_id)


def _locked() -> Iterator[tuple[tuple[UUID, UUID], CellState]]:
    locks = (
        select(LockedCell)
        .where(LockedCell.confirmed_at <= now(), *_lasts(LockedCell.first_day_at, LockedCell))
        .order_by(LockedCell.first_day_at, LockedCell.id)
    )
    for lock in session.scalars(locks):
        state = CellState(Kind.LOCKED, lock.first_day_at, lock.end_at, lock.reason)
        yield (lock.team_id, lock.topic_id), state


def locked(team_id: UUID, topic_id: UUID) -> bool:
    return (team_id, topic_id) in dict(_locked())


def _lasts(start: Any, kept: Any) -> tuple[Any, Any]:
    return start <= now(), or_(kept.end_at.is_(None), kept.end_at > now())


def _topics() -> list[BoardTopic]:
    found = select(Topic.id, Topic.name).where(
        or_(Topic.retired_at.is_(None), Topic.retired_at > now())
    )
    return [BoardTopic(*row) for row in session.execute(found.order_by(Topic.position, Topic.id))]


def _teams(care_leaver_id: UUID) -> list[BoardTeam]:
    own = session.get_one(CareLeaver, care_leaver_id).team_id
    since = _since(care_leaver_id, own)
    practise = select(Membership.team_id).where(
        Membership.duty == Duty.PRACTITIONER, *_lasts(Membership.start_at, Membership)
    )
    found = (
        select(Team)
        .where(
            or_(Team.closed_at.is_(None), Team.closed_at > now()),
            or_(Team.id == own, Team.id.in_(practise), Team.id.in_(since)),
        )
        .order_by(Team.id != own, Team.name, Team.id)
    )
    return [
        BoardTeam(team.id, team.name, team.does, since.get(team.id), team.id == own)
        for team in session.scalars(found)
    ]


def _since(care_leaver_id: UUID, own: UUID) -> dict[UUID, datetime]:
    """Since when somebody of each team works with them."""

    def first(given: Any, *whose: Any) -> Any:
        in_force = (given.confirmed_at <= now(), *_lasts(given.start_at, given))
        return select(*whose, func.min(given.start_at)).where(
            given.care_leaver_id == care_leaver_id, *in_force
        )

    involved = first(Involvement, Involvement.team_id).group_by(Involvement.team_id)
    since = dict(tuple(row) for row in session.execute(involved))
    advised = session.scalar(first(Allocation))
    return since | ({own: advised} if advised is not None else {})
