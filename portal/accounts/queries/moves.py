"""Moves to another leaving-care team that wait for its manager."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from portal.accounts.models import Duty, Staff, Team, TeamMove
from portal.accounts.queries import teams
from portal.db import session


@dataclass(frozen=True, kw_only=True)
class Move:
    """Whose it is the receiving manager may not yet know."""

    id: UUID
    team: str
    given_by: str
    given_at: datetime


def of(care_leaver_id: UUID) -> list[Move]:
    return _moves(_waiting().where(TeamMove.care_leaver_id == care_leaver_id))


def to_confirm(me: UUID) -> list[Move]:
    """Into the teams that I manage."""
    return _moves(_waiting().where(TeamMove.team_id.in_(teams.of(me, Duty.MANAGER))))


def _waiting() -> Select[*tuple[Any, ...]]:
    return (
        select(TeamMove, Team.name, Staff.name)
        .join(Team, Team.id == TeamMove.team_id)
        .join(Staff, Staff.id == TeamMove.given_by_id)
        .where(TeamMove.confirmed_at.is_(None), TeamMove.end_at.is_(None))
        .order_by(TeamMove.start_at, TeamMove.id)
    )


def _moves(asked: Select[*tuple[Any, ...]]) -> list[Move]:
    return [
        Move(id=move.id, team=team, given_by=by, given_at=move.start_at)
        for move, team, by in session.execute(asked)
    ]
