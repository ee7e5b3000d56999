"""The adult who is named for somebody of 16 or 17: naming them, and their yes to a yes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import CareLeaver, Staff
from portal.consent import lasting
from portal.consent.models import Agreement, Choice, NamedAdult
from portal.consent.queries.choices import same_as
from portal.consent.queries.terms import adult_of
from portal.db import now, session
from portal.errors import Conflict, NotAllowed


def name_adult(by_id: UUID, care_leaver_id: UUID, staff_id: UUID) -> NamedAdult:
    """From now on, in the place of whoever was named before, until they are 18."""
    if by_id == staff_id:
        raise NotAllowed("Somebody else names you for this.")
    birthday = _eighteenth(care_leaver_id)
    if (before := adult_of(care_leaver_id)) is not None:
        if before.staff_id == staff_id:
            return before
        before.end_at = now()
    named = NamedAdult(
        care_leaver_id=care_leaver_id, staff_id=staff_id, named_by_id=by_id, end_at=birthday
    )
    session.add(named)
    tell(care_leaver_id, What.ADULT_NAMED, session.get_one(Staff, staff_id).name)
    return named


def agree(staff_id: UUID, choice_id: int) -> Agreement:
    """Only a yes, to a yes that still stands. A choice that is not theirs to see is not found."""
    choice = session.get_one(Choice, choice_id)
    named = adult_of(choice.care_leaver_id)
    if named is None or named.staff_id != staff_id or choice.adult_until is None:
        raise NotAllowed("You are not asked about this.")
    said = session.scalars(select(Agreement).where(Agreement.choice_id == choice_id)).first()
    if said is not None:
        return said
    if session.scalars(same_as(choice).where(Choice.id > choice.id).limit(1)).first() is not None:
        raise Conflict("They have chosen something else since.")
    said = Agreement(care_leaver_id=choice.care_leaver_id, choice_id=choice_id, staff_id=staff_id)
    session.add(said)
    tell(choice.care_leaver_id, What.ADULT_AGREED, session.get_one(Staff, staff_id).name)
    return said


def _eighteenth(care_leaver_id: UUID) -> datetime:
    born_on = session.get_one(CareLeaver, care_leaver_id).born_on
    if born_on is None:
        raise Conflict("Nobody wrote down when they were born. Write that down first.")
    birthday = lasting.eighteenth(born_on)
    if birthday <= now():
        raise Conflict("They are 18. Their yes counts by itself.")
    return birthday
