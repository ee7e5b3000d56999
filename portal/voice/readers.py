"""Who reads what a care leaver says: the people around them, and whom it stands with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from portal.accounts.models import (
    Allocation,
    Away,
    CareLeaver,
    Duty,
    Membership,
    Staff,
    Team,
    Topic,
)
from portal.consent.models import Choice
from portal.consent.queries.choices import in_force as choices_in_force
from portal.db import now, session


@dataclass(frozen=True)
class Reader:
    """Whoever reads it next: somebody with a name and a job."""

    staff: Staff
    job: str


@dataclass(frozen=True)
class SharedWith:
    """A team that the care leaver said yes to about one topic."""

    team: str
    topic_id: UUID
    topic: str
    until: datetime | None


@dataclass(frozen=True, kw_only=True)
class Circle:
    """The people around one care leaver, as they are at this instant."""

    adviser: Staff | None
    cover: Staff | None
    managers: tuple[Staff, ...]
    teams: tuple[SharedWith, ...]
    away: frozenset[UUID]

    def reader(self, not_for_id: UUID | None = None) -> Reader | None:
        """The adviser; whoever covers when the adviser is away; else a manager, the same minute."""
        for one, job in ((self.adviser, "your PA"), (self.cover, "who covers for your PA")):
            if one and one.id not in self.away and one.id != not_for_id:
                return Reader(one, job)
        there = [one for one in self.managers if one.id not in self.away and one.id != not_for_id]
        first = next(iter(there or self.managers), None)
        return Reader(first, "who manages the team") if first else None

    def is_away(self, one: Staff | None) -> bool:
        return one is not None and one.id in self.away


def reader_of(care_leaver_id: UUID, not_for_id: UUID | None = None) -> Reader | None:
    """Who reads this now. None only when the team has nobody at all."""
    return circle_of(care_leaver_id).reader(not_for_id)


def circle_of(care_leaver_id: UUID) -> Circle:
    team_id = _home(session.get_one(CareLeaver, care_leaver_id).team_id)
    allocated = session.execute(_allocated(care_leaver_id, team_id)).all()
    managers = session.scalars(_with_duty(team_id, Duty.MANAGER)).all()
    everybody = [one.id for _, one in allocated] + [one.id for one in managers]
    return Circle(
        adviser=next((one for is_cover, one in allocated if not is_cover), None),
        cover=next((one for is_cover, one in allocated if is_cover), None),
        managers=tuple(managers),
        teams=tuple(_teams(care_leaver_id)),
        away=frozenset(session.scalars(select(Away.staff_id).where(away_now(everybody)))),
    )


def in_force(given: type[Allocation] = Allocation) -> ColumnElement[bool]:
    """An allocation that opens something at this instant."""
    return and_(given.confirmed_at <= now(), _lasts(given.start_at, given.end_at))


def still_employed() -> ColumnElement[bool]:
    return _lasts(Staff.employed_from, Staff.employed_until)


def away_now(staff_ids: Sequence[UUID] | None = None) -> ColumnElement[bool]:
    away = _lasts(Away.start_at, Away.end_at)
    return away if staff_ids is None else and_(away, Away.staff_id.in_(staff_ids))


def has_duty_in(team_id: object, duty: Duty) -> ColumnElement[bool]:
    return and_(
        Membership.team_id == team_id,
        Membership.duty == duty,
        _lasts(Membership.start_at, Membership.end_at),
    )


def _lasts(start: Any, end: Any) -> ColumnElement[bool]:
    return and_(start <= now(), or_(end.is_(None), end > now()))


def _home(team_id: UUID) -> UUID:
    """The team itself, or the one that took over when it was closed."""
    team = session.get_one(Team, team_id)
    while team.closed_at and team.closed_at <= now() and team.heir_id:
        team = session.get_one(Team, team.heir_id)
    return team.id


def _with_duty(team_id: UUID, duty: Duty) -> Select[Staff]:
    return (
        select(Staff)
        .where(
            Staff.id.in_(select(Membership.staff_id).where(has_duty_in(team_id, duty))),
            still_employed(),
        )
        .order_by(Staff.name, Staff.id)
    )


def _allocated(care_leaver_id: UUID, team_id: UUID) -> Select[bool, Staff]:
    advisers = select(Membership.staff_id).where(has_duty_in(team_id, Duty.ADVISER))
    return (
        select(Allocation.is_cover, Staff)
        .join(Staff, Staff.id == Allocation.staff_id)
        .where(
            Allocation.care_leaver_id == care_leaver_id,
            in_force(),
            still_employed(),
            Staff.id.in_(advisers),
        )
        .order_by(Allocation.start_at.desc(), Allocation.id)
    )


def _teams(care_leaver_id: UUID) -> list[SharedWith]:
    """Told, not decided: what is opened by a choice is for the rule alone to say."""
    yeses = [each.choice_id for each in choices_in_force(care_leaver_id).values()]
    found = (
        select(Team.name, Topic.id, Topic.name, Choice.end_at)
        .join(Team, Team.id == Choice.team_id)
        .join(Topic, Topic.id == Choice.topic_id)
        .where(Choice.id.in_(yeses))
        .order_by(Team.name, Topic.position, Topic.id)
    )
    return [SharedWith(*row) for row in session.execute(found)]
