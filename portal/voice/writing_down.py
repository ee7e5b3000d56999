"""A PA writes down what somebody beside them says. The words are theirs, and theirs to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.accounts.hashing import matches
from portal.accounts.models import CareLeaver
from portal.consent.queries import team_writing_about
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.voice.actions import Saying, leave_a_mark, new_entry, own_entry
from portal.voice.models import ConfirmedOn, ConfirmTry, Entry
from portal.voice.waiting import follow

TRIES = 3
TAKEN_BACK_WITHIN = timedelta(days=30)
UNCONFIRMED_FOR = timedelta(days=28)


@dataclass(frozen=True)
class WrongPin:
    """How many tries are left on this device; at none, only the own phone is left."""

    left: int


def write_down(staff_id: UUID, care_leaver_id: UUID, saying: Saying) -> Entry:
    """Keep what was said beside them: theirs from the first second, and not yet confirmed."""
    team_writing_about(care_leaver_id)
    entry = new_entry(care_leaver_id, saying)
    entry.written_down_by_id = staff_id
    try:
        with session.begin_nested():
            session.add(entry)
    except IntegrityError:
        found = select(Entry).where(
            Entry.written_down_by_id == staff_id, Entry.form_key == saying.form_key
        )
        return session.scalars(found).one()
    return entry


def confirm_here(entry: Entry, pin: str) -> WrongPin | None:
    """Confirm with the PIN on the device of the one who wrote it down. It opens nothing else."""
    if not entry.waits_for_confirmation:
        raise Conflict("This was confirmed already.")
    tries = _tries(entry)
    if tries.wrong >= TRIES:
        return WrongPin(0)
    person = session.get_one(CareLeaver, entry.care_leaver_id)
    if not matches(person.pin_hash, pin):
        tries.wrong += 1
        session.flush()
        return WrongPin(TRIES - tries.wrong)
    _confirm(entry, ConfirmedOn.THEIR_DEVICE)
    return None


def tries_left(entry_id: UUID) -> int:
    wrong = select(ConfirmTry.wrong).where(ConfirmTry.entry_id == entry_id)
    return TRIES - (session.scalar(wrong) or 0)


def confirm_on_own_phone(me: UUID, entry_id: UUID) -> Entry:
    entry = own_entry(me, entry_id)
    if entry.waits_for_confirmation:
        _confirm(entry, ConfirmedOn.OWN_PHONE)
    return entry


def take_back_yes(me: UUID, entry_id: UUID) -> Entry:
    """It is not confirmed after all: seen again by the two alone, and soon gone."""
    entry = own_entry(me, entry_id)
    if not may_take_back_yes(entry):
        raise Conflict("The 30 days are over. You can still take back the words.")
    leave_a_mark(entry)
    entry.confirmed_at = entry.confirmed_on = None
    follow(entry)
    return entry


def may_take_back_yes(entry: Entry) -> bool:
    return entry.confirmed_at is not None and entry.confirmed_at + TAKEN_BACK_WITHIN > now()


def gone_on(entry: Entry) -> datetime:
    """Until when it is kept without a yes."""
    return entry.made_at + UNCONFIRMED_FOR


def is_gone(entry: Entry) -> bool:
    return entry.waits_for_confirmation and gone_on(entry) <= now()


def throw_away(who: UUID, entry: Entry) -> None:
    """Not what they said: gone at once, which can be done only before it is confirmed."""
    if who not in (entry.author_id, entry.written_down_by_id):
        raise NotAllowed("These are somebody else's words.")
    if not entry.waits_for_confirmation:
        raise Conflict("This was confirmed. It can be taken back, and is not thrown away.")
    session.delete(entry)
    session.flush()


def _confirm(entry: Entry, on: ConfirmedOn) -> None:
    entry.confirmed_at, entry.confirmed_on = now(), on
    session.flush()
    follow(entry)


def _tries(entry: Entry) -> ConfirmTry:
    """Held fast, so that two tries in the same moment count as two."""
    tries = session.get(ConfirmTry, entry.id, with_for_update=True, populate_existing=True)
    if tries is not None:
        return tries
    try:
        with session.begin_nested():
            session.add(ConfirmTry(care_leaver_id=entry.care_leaver_id, entry_id=entry.id, wrong=0))
    except IntegrityError:
        pass  # the other try of the same moment made it
    return session.get_one(ConfirmTry, entry.id, with_for_update=True, populate_existing=True)
