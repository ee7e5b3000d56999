"""Everybody, for administrators of accounts: who there is, and no record at all."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, or_, select

from portal.accounts.models import CareLeaver, Membership, Reference, Staff, Team
from portal.accounts.queries import teams
from portal.db import session

A_PAGE = 50


def care_leavers(named: str, skip: int) -> Sequence[CareLeaver]:
    """By name; one more than a page shows, when there are more."""
    like = f"%{named.lower()}%"
    full = func.lower(CareLeaver.first_name + " " + CareLeaver.last_name)
    return session.scalars(
        select(CareLeaver)
        .where(full.like(like))
        .order_by(CareLeaver.last_name, CareLeaver.first_name, CareLeaver.id)
        .offset(skip)
        .limit(A_PAGE + 1)
    ).all()


def staff(named: str, skip: int) -> Sequence[Staff]:
    like = f"%{named.lower()}%"
    return session.scalars(
        select(Staff)
        .where(or_(func.lower(Staff.name).like(like), Staff.email.like(like)))
        .order_by(Staff.name, Staff.id)
        .offset(skip)
        .limit(A_PAGE + 1)
    ).all()


def every_team() -> Sequence[Team]:
    return session.scalars(select(Team).order_by(Team.closed_at, Team.name, Team.id)).all()


def duties_of(staff_id: UUID) -> list[tuple[Membership, Team]]:
    found = session.execute(
        select(Membership, Team)
        .join(Team, Team.id == Membership.team_id)
        .where(Membership.staff_id == staff_id, teams.lasts())
        .order_by(Team.name, Membership.duty, Membership.id)
    )
    return [(held, team) for held, team in found]


def references_of(care_leaver_id: UUID) -> Sequence[Reference]:
    return session.scalars(
        select(Reference)
        .where(Reference.care_leaver_id == care_leaver_id)
        .order_by(Reference.system, Reference.value)
    ).all()
