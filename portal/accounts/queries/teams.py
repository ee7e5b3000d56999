"""Teams, and who does what in them now."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from portal.accounts.models import Duty, Membership, Staff, Team
from portal.db import now, session


def of(staff_id: UUID, *duties: Duty) -> set[UUID]:
    """The teams in which they have one of these duties now."""
    asked = select(Membership.team_id).where(
        Membership.staff_id == staff_id, Membership.duty.in_(duties), lasts()
    )
    return set(session.scalars(asked))


def lasts() -> ColumnElement[bool]:
    """A membership in force, of somebody who works here."""
    return and_(
        Membership.start_at <= now(), or_(Membership.end_at.is_(None), Membership.end_at > now())
    )


def one(team_id: UUID) -> Team:
    return session.get_one(Team, team_id)


def open_teams() -> Sequence[Team]:
    return session.scalars(
        select(Team).where(Team.closed_at.is_(None)).order_by(Team.name, Team.id)
    ).all()


def everybody_with(duty: Duty, team_id: UUID | None = None) -> list[tuple[Staff, Team]]:
    """Who has this duty now, in this team or in any, by name."""
    found = session.execute(
        select(Staff, Team)
        .join(Membership, Membership.staff_id == Staff.id)
        .join(Team, Team.id == Membership.team_id)
        .where(
            Membership.duty == duty,
            Team.id == team_id if team_id else Team.closed_at.is_(None),
            lasts(),
            or_(Staff.employed_until.is_(None), Staff.employed_until > now()),
        )
        .order_by(Staff.name, Staff.id, Team.name)
    )
    return [(staff, team) for staff, team in found]
