"""Tells a care leaver what happened around their account, at once and in one sentence."""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from sqlalchemy import update

from portal.accounts.models import Telling
from portal.db import now, session


class What(StrEnum):
    ADVISER_BEGINS = "adviser_begins"
    ADVISER_TO_COME = "adviser_to_come"
    COVER_BEGINS = "cover_begins"
    ADVISER_ENDS = "adviser_ends"
    INVOLVED = "involved"
    INVOLVEMENT_ENDS = "involvement_ends"
    WRONG_PINS = "wrong_pins"
    WRONG_KEYS = "wrong_keys"
    PHONE_ADDED = "phone_added"
    PHONE_ENDED = "phone_ended"
    CAME_IN_AGAIN = "came_in_again"
    NEW_PIN = "new_pin"
    ASKED_FOR_A_MANAGER = "asked_for_a_manager"
    NEW_WORDS = "new_words"
    LOCK_BEGINS = "lock_begins"
    LOCK_ENDS = "lock_ends"
    NEW_TEAM = "new_team"
    ALSO_STAFF = "also_staff"
    ADULT_ENDS = "adult_ends"
    NOT_NOW_NOTED = "not_now_noted"
    ADULT_NAMED = "adult_named"
    ADULT_AGREED = "adult_agreed"
    EMERGENCY = "emergency"
    LOOK_ANSWERED = "look_answered"


def tell(
    care_leaver_id: UUID, what: What, about: str = "", *, emergency_id: UUID | None = None
) -> None:
    told = {"what": what, "about": about, "emergency_id": emergency_id}
    session.add(Telling(care_leaver_id=care_leaver_id, **told))
    session.flush()


def note_seen() -> None:
    """Whoever asks has seen all that they were told."""
    session.execute(update(Telling).where(Telling.seen_at.is_(None)).values(seen_at=now()))
