"""Whom a form means, asked as the portal itself: whoever tries may not know that they are here.

A hit and a miss ask the database the same things, in the same order.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from portal.accounts.models import CareLeaver, Reference, Telling, Themselves
from portal.accounts.viewers import Housekeeping
from portal.consent.models import EmergencyAccess
from portal.db import acting_as, now, session
from portal.emergency.models import EmergencyTry

A_DAY, A_WEEK = timedelta(hours=24), timedelta(days=7)
NOBODY = UUID(int=0)


@dataclass(frozen=True, kw_only=True)
class Sought:
    """The exact reference of a case system, or a full name and a birth date."""

    reference: str = ""
    name: str = ""
    born_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What is so before a try: how many there were today, who is meant, who opened them lately."""

    tries: int
    first_at: datetime | None
    sent_before: EmergencyTry | None
    person_id: UUID | None
    opened_lately: bool
    is_themselves: bool


def standing(staff_id: UUID, form_key: UUID, sought: Sought) -> Standing:
    with acting_as(Housekeeping(now=now(), name="emergency")):
        tries, first_at = session.execute(_tries_of(staff_id)).one()
        same = EmergencyTry.staff_id == staff_id, EmergencyTry.form_key == form_key
        sent_before = session.scalars(select(EmergencyTry).where(*same)).one_or_none()
        person_id = _who_is(sought)
        key = person_id or NOBODY
        return Standing(
            tries=tries,
            first_at=first_at,
            sent_before=sent_before,
            person_id=person_id,
            opened_lately=bool(session.execute(_opened_lately(key)).first()),
            is_themselves=bool(session.execute(_themselves(staff_id, key)).first()),
        )


def tries_today(staff_id: UUID) -> int:
    with acting_as(Housekeeping(now=now(), name="emergency")):
        tries, _ = session.execute(_tries_of(staff_id)).one()
        return int(tries)


def was_read(emergency_id: UUID) -> bool:
    """Whether the care leaver said that they read of it."""
    with acting_as(Housekeeping(now=now(), name="emergency")):
        told = Telling.emergency_id == emergency_id, Telling.seen_at.is_not(None)
        return bool(session.execute(select(Telling.id).where(*told)).first())


def _who_is(sought: Sought) -> UUID | None:
    """One person and no other; whoever shares all of that with somebody is not found by it."""
    if sought.reference:
        found = select(Reference.care_leaver_id).where(Reference.value == sought.reference)
        ids = set(session.scalars(found))
    else:
        found_by_day = select(CareLeaver).where(CareLeaver.born_on == sought.born_on)
        people, wanted = session.scalars(found_by_day).all(), _plain(sought.name)
        ids = {one.id for one in people if wanted in _full_names(one)}
    return ids.pop() if len(ids) == 1 else None


def _full_names(person: CareLeaver) -> set[str]:
    first = {person.first_name, person.called or person.first_name}
    return {_plain(f"{one} {person.last_name}") for one in first}


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _tries_of(staff_id: UUID) -> Any:
    lately = EmergencyTry.staff_id == staff_id, EmergencyTry.tried_at > now() - A_DAY
    return select(func.count(), func.min(EmergencyTry.tried_at)).where(*lately)


def _opened_lately(person_id: UUID) -> Any:
    since = EmergencyAccess.start_at > now() - A_WEEK
    return select(EmergencyAccess.id).where(EmergencyAccess.care_leaver_id == person_id, since)


def _themselves(staff_id: UUID, person_id: UUID) -> Any:
    same = Themselves.staff_id == staff_id, Themselves.care_leaver_id == person_id
    return select(Themselves.id).where(*same)
