"""When a PA changes: the one before goes when the new one begins, and the care leaver is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select

from portal import hours
from portal.accounts.actions import telling
from portal.accounts.actions.telling import What
from portal.accounts.models import Allocation, Staff
from portal.db import now, session


def take_over(given: Allocation) -> None:
    """End the PA before at the instant from which on this one opens anything."""
    begins = max(given.start_at, now())
    for before in _before(given, begins):
        before.end_at = begins
        if begins <= now():
            telling.tell(given.care_leaver_id, What.ADVISER_ENDS, name_of(before))
    session.flush()


def tell_of(given: Allocation) -> None:
    """Who is their PA now, or who will be and from which day on."""
    if given.start_at <= now():
        telling.tell(given.care_leaver_id, What.ADVISER_BEGINS, name_of(given))
        return
    day = hours.local(given.start_at)
    about = f"{name_of(given)}, from {day.day} {day:%B} on"
    telling.tell(given.care_leaver_id, What.ADVISER_TO_COME, about)


def name_of(given: Allocation) -> str:
    staff = session.get_one(Staff, given.staff_id)
    return f"{staff.name}, {staff.job}" if staff.job else staff.name


def _before(given: Allocation, begins: datetime) -> Sequence[Allocation]:
    return session.scalars(
        select(Allocation).where(
            Allocation.care_leaver_id == given.care_leaver_id,
            Allocation.staff_id != given.staff_id,
            ~Allocation.is_cover,
            Allocation.confirmed_at.is_not(None),
            Allocation.start_at < begins,
            or_(Allocation.end_at.is_(None), Allocation.end_at > begins),
        )
    ).all()
