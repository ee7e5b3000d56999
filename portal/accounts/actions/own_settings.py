"""What care leavers set for themselves."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete

from portal.accounts.actions import again, arriving, telling
from portal.accounts.doors import PhoneUse, RecoveryWords
from portal.accounts.models import CareLeaver
from portal.db import session


def settle(care_leaver_id: UUID, *, called: str, lock_after_minutes: int, language: str) -> None:
    person = session.get_one(CareLeaver, care_leaver_id)
    person.called, person.language = called, language
    person.lock_after_minutes = lock_after_minutes
    session.flush()


def pin_hash_on(phone_id: UUID) -> str | None:
    """Of the PIN that opens this phone."""
    use = session.get_one(PhoneUse, phone_id)
    return use.pin_hash or session.get_one(CareLeaver, use.care_leaver_id).pin_hash


def change_pin(phone_id: UUID, pin_hash: str) -> None:
    """On every phone; on this one alone while nobody has agreed to it."""
    use = session.get_one(PhoneUse, phone_id)
    if again.is_waiting(phone_id):
        use.pin_hash = pin_hash
    else:
        session.get_one(CareLeaver, use.care_leaver_id).pin_hash = pin_hash
        use.pin_hash = None
        telling.tell(use.care_leaver_id, telling.What.NEW_PIN)
    session.flush()


def change_words(care_leaver_id: UUID, line_hashes: list[str]) -> None:
    session.execute(delete(RecoveryWords).where(RecoveryWords.care_leaver_id == care_leaver_id))
    arriving.keep_words(care_leaver_id, line_hashes)
    telling.tell(care_leaver_id, telling.What.NEW_WORDS)
