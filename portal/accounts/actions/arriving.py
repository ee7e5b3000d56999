"""Coming in by a link: for the first time, again with an old key, or again through a manager."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.accounts.actions import attempts, invitations, phones, sign_ins, telling
from portal.accounts.doors import UNOPPOSED, ComingInAgain, RecoveryWords
from portal.accounts.hashing import hash_of, matches
from portal.accounts.models import CareLeaver
from portal.accounts.word_list import as_kept, new_lines
from portal.db import acting_as, now, session
from portal.errors import Conflict


@dataclass(frozen=True)
class Arrived:
    """`secret` and `phone_secret` are for this browser; the lines are shown once."""

    secret: str
    phone_secret: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class WrongKey:
    """Wrong, or too soon: they may try again from then on, or ask for a manager."""

    until: datetime


def for_the_first_time(token: str, called: str, pin: str, kind: str) -> Arrived:
    lines = new_lines()
    pin_hash, line_hashes = hash_of(pin), [hash_of(as_kept(line)) for line in lines]
    with acting_as(invitations.holder(token), writes=True):
        _, person = invitations.use(token)
        if person.came_in_at is not None:
            raise Conflict("You came in before.")
        person.called, person.pin_hash = called, pin_hash
        person.came_in_at = person.told_at = now()
        keep_words(person.id, line_hashes)
        return _arrived(person, kind, lines=tuple(lines))


def with_pin(token: str, pin: str, kind: str) -> Arrived | WrongKey:
    with acting_as(invitations.holder(token), writes=True):
        _, person = invitations.held(token)
        until = _count_this_try(person.id)
    if until is not None or not matches(person.pin_hash, pin):
        return _wrong(token, until)
    with acting_as(invitations.holder(token), writes=True):
        _, person = invitations.use(token)
        attempts.forget(_against(person.id))
        return _arrived(person, kind, telling.What.PHONE_ADDED)


def with_words(token: str, line: str, new_pin: str, kind: str) -> Arrived | WrongKey:
    with acting_as(invitations.holder(token), writes=True):
        _, person = invitations.held(token)
        until = _count_this_try(person.id)
        kept = [] if until else _unused_words(person.id)
    right = next((row for row in kept if matches(row.words_hash, as_kept(line))), None)
    if right is None:
        return _wrong(token, until)
    pin_hash = hash_of(new_pin)
    with acting_as(invitations.holder(token), writes=True):
        _, person = invitations.use(token)
        session.get_one(RecoveryWords, right.id).used_at = now()
        person.pin_hash = pin_hash
        attempts.forget(_against(person.id))
        telling.tell(person.id, telling.What.NEW_PIN)
        return _arrived(person, kind, telling.What.PHONE_ADDED)


def ask_for_a_manager(token: str) -> None:
    """Without the PIN or the words: a manager who did not invite must see them."""
    with acting_as(invitations.holder(token), writes=True):
        invitation, person = invitations.held(token)
        if again(invitation.id) is None:
            session.add(ComingInAgain(care_leaver_id=person.id, invitation_id=invitation.id))
            telling.tell(person.id, telling.What.ASKED_FOR_A_MANAGER)


def once_confirmed(token: str, new_pin: str, kind: str) -> Arrived:
    """The new PIN opens this phone alone, and `only_me` stays shut, until they are agreed to."""
    pin_hash = hash_of(new_pin)
    with acting_as(invitations.holder(token), writes=True):
        invitation, person = invitations.use(token)
        asked = again(invitation.id)
        if asked is None or asked.confirmed_at is None:
            raise Conflict("A manager has not confirmed this yet.")
        person.known_since, asked.opens_at = now(), now() + UNOPPOSED
        return _arrived(person, kind, telling.What.CAME_IN_AGAIN, pin_hash)


def again(invitation_id: UUID) -> ComingInAgain | None:
    asked = select(ComingInAgain).where(ComingInAgain.invitation_id == invitation_id)
    return session.scalar(asked.order_by(ComingInAgain.asked_at, ComingInAgain.id))


def keep_words(care_leaver_id: UUID, line_hashes: list[str]) -> None:
    session.add_all(
        RecoveryWords(care_leaver_id=care_leaver_id, words_hash=each) for each in line_hashes
    )
    session.flush()


def _arrived(
    person: CareLeaver,
    kind: str,
    told: telling.What | None = None,
    pin_hash: str | None = None,
    lines: tuple[str, ...] = (),
) -> Arrived:
    phone, phone_secret = phones.remember(person.id, kind, pin_hash)
    if told is not None:
        telling.tell(person.id, told)
    return Arrived(sign_ins.open_on_phone(phone.id, kind), phone_secret, lines)


def _unused_words(care_leaver_id: UUID) -> list[RecoveryWords]:
    return list(
        session.scalars(
            select(RecoveryWords)
            .where(RecoveryWords.care_leaver_id == care_leaver_id, RecoveryWords.used_at.is_(None))
            .order_by(RecoveryWords.id)
        )
    )


def _against(care_leaver_id: UUID) -> str:
    return attempts.key("coming in again", str(care_leaver_id))


def _count_this_try(care_leaver_id: UUID) -> datetime | None:
    return attempts.count_waiting(_against(care_leaver_id), phones.WAITS)


def _wrong(token: str, until: datetime | None) -> WrongKey:
    """Told on every remembered phone, unless it was too soon and so not looked at."""
    if until is not None:
        return WrongKey(until)
    with acting_as(invitations.holder(token), writes=True):
        _, person = invitations.held(token)
        telling.tell(person.id, telling.What.WRONG_KEYS)
        waits = attempts.count_waiting(_against(person.id), phones.WAITS)
        return WrongKey(waits or now())
