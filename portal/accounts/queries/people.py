"""Who is who, as far as whoever asks may know it."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.models import CareLeaver, Membership, Staff
from portal.db import now, session
from portal.hours import local


def one(care_leaver_id: UUID) -> CareLeaver:
    """Raises NoResultFound alike for nobody and for somebody who is not theirs to know."""
    return session.get_one(CareLeaver, care_leaver_id)


def one_of_staff(staff_id: UUID) -> Staff:
    return session.get_one(Staff, staff_id)


def whose_duty(membership_id: UUID) -> UUID:
    return session.get_one(Membership, membership_id).staff_id


def is_under_18(person: CareLeaver) -> bool:
    """Not for somebody whose birth date nobody knows."""
    today, born = local(now()).date(), person.born_on
    if born is None:
        return False
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return today.year - born.year - (not had_birthday) < 18
