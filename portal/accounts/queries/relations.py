"""Who works with whom, and what waits to be confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, or_, select

from portal.accounts.doors import ComingInAgain, DoorChange, Invitation
from portal.accounts.models import (
    Allocation,
    CareLeaver,
    Duty,
    Involvement,
    Membership,
    Staff,
    Team,
)
from portal.accounts.queries import teams
from portal.accounts.queries.invitations import code_of
from portal.db import now, session


@dataclass(frozen=True, kw_only=True)
class Relation:
    """One allocation or involvement, as a line on a page."""

    id: UUID
    staff: str
    job: str
    team: str
    whom: str
    is_cover: bool
    is_own: bool
    start_at: datetime
    end_at: datetime | None
    confirmed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody who has neither PIN nor words, and asks for a manager."""

    id: UUID
    whom: str
    code: str
    asked_at: datetime
    mine: bool


def allocations(me: UUID, care_leaver_id: UUID) -> list[Relation]:
    asked = _allocations().where(Allocation.care_leaver_id == care_leaver_id)
    return _lines(me, asked.where(_not_over(Allocation)))


def involvements(me: UUID, care_leaver_id: UUID) -> list[Relation]:
    asked = _involvements().where(Involvement.care_leaver_id == care_leaver_id)
    return _lines(me, asked.where(_not_over(Involvement)))


def allocations_to_confirm(me: UUID) -> list[Relation]:
    """Of care leavers of the teams that I manage."""
    waiting = Allocation.confirmed_at.is_(None), _not_over(Allocation)
    mine = CareLeaver.team_id.in_(teams.of(me, Duty.MANAGER))
    return _lines(me, _allocations().where(*waiting, mine))


def involvements_to_confirm(me: UUID) -> list[Relation]:
    """Into the teams that I manage. Whose they are I may not yet know."""
    waiting = Involvement.confirmed_at.is_(None), _not_over(Involvement)
    return _lines(
        me, _involvements().where(*waiting, Involvement.team_id.in_(teams.of(me, Duty.MANAGER)))
    )


def to_confirm_in_person(me: UUID) -> list[Asked]:
    found = session.execute(
        select(ComingInAgain, Invitation, CareLeaver)
        .join(Invitation, Invitation.id == ComingInAgain.invitation_id)
        .join(CareLeaver, CareLeaver.id == ComingInAgain.care_leaver_id)
        .where(
            ComingInAgain.confirmed_at.is_(None),
            Invitation.used_at.is_(None),
            Invitation.ended_at.is_(None),
            Invitation.expires_at > now(),
        )
        .order_by(ComingInAgain.asked_at, ComingInAgain.id)
    )
    return [
        Asked(
            id=asked.id,
            whom=person.name,
            code=code_of(asked.id),
            asked_at=asked.asked_at,
            mine=invitation.made_by_id == me,
        )
        for asked, invitation, person in found
    ]


def door_changes(me: UUID) -> list[tuple[DoorChange, str]]:
    """How those of my teams changed the way they come in, the latest first."""
    of_my_teams = select(Membership.staff_id).where(
        Membership.team_id.in_(teams.of(me, Duty.MANAGER)), teams.lasts()
    )
    found = session.execute(
        select(DoorChange, Staff.name)
        .join(Staff, Staff.id == DoorChange.staff_id)
        .where(DoorChange.staff_id.in_(of_my_teams))
        .order_by(DoorChange.changed_at.desc(), DoorChange.id)
        .limit(20)
    )
    return [(change, name) for change, name in found]


def _allocations() -> Select[*tuple[Any, ...]]:
    return (
        select(Allocation, Staff, Team, CareLeaver)
        .join(Staff, Staff.id == Allocation.staff_id)
        .join(CareLeaver, CareLeaver.id == Allocation.care_leaver_id)
        .join(Team, Team.id == CareLeaver.team_id)
        .order_by(Allocation.start_at, Allocation.id)
    )


def _involvements() -> Select[*tuple[Any, ...]]:
    return (
        select(Involvement, Staff, Team, CareLeaver)
        .join(Staff, Staff.id == Involvement.staff_id)
        .join(Team, Team.id == Involvement.team_id)
        .outerjoin(CareLeaver, CareLeaver.id == Involvement.care_leaver_id)
        .order_by(Involvement.start_at, Involvement.id)
    )


def _not_over(given: type[Allocation] | type[Involvement]) -> Any:
    return or_(given.end_at.is_(None), given.end_at > now())


def _lines(me: UUID, asked: Select[*tuple[Any, ...]]) -> list[Relation]:
    return [
        Relation(
            id=given.id,
            staff=staff.name,
            job=staff.job,
            team=team.name,
            whom=person.name if person else "Somebody",
            is_cover=getattr(given, "is_cover", False),
            is_own=staff.id == me,
            start_at=given.start_at,
            end_at=given.end_at,
            confirmed_at=given.confirmed_at,
        )
        for given, staff, team, person in session.execute(asked)
    ]
