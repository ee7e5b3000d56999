"""There is always somebody who sets up accounts."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import or_, select

from portal.accounts.models import Duty, Membership, Staff, Team
from portal.accounts.queries import teams
from portal.db import now, session
from portal.errors import Conflict

THE_LAST = (
    "Then nobody would be left to set up accounts."
    " Give somebody else the duty of an administrator first."
)


def keep_one(leaves: Callable[[Membership], bool]) -> None:
    """Raises Conflict when every administrator leaves. Whoever else ends one waits meanwhile."""
    held = session.scalars(
        select(Membership)
        .join(Staff, Staff.id == Membership.staff_id)
        .join(Team, Team.id == Membership.team_id)
        .where(
            Membership.duty == Duty.ADMINISTRATOR,
            teams.lasts(),
            or_(Staff.employed_until.is_(None), Staff.employed_until > now()),
            Team.closed_at.is_(None),
        )
        .order_by(Membership.id)
        .with_for_update(of=Membership)
    ).all()
    if held and all(leaves(each) for each in held):
        raise Conflict(THE_LAST)
