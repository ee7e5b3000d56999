"""Remembers phones, strikes them off, and lets somebody back in on one by the PIN alone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from portal.accounts.actions import sign_ins, telling
from portal.accounts.doors import Phone, PhoneUse
from portal.accounts.hashing import matches
from portal.accounts.models import CareLeaver
from portal.accounts.sealing import hashed
from portal.accounts.viewers import Holder
from portal.db import acting_as, clock, now, session

REMEMBERED = timedelta(days=90)
# Renewed now and then only: the adviser, who sees the phone, shall not see when it was used.
RENEWED_AT = timedelta(days=60)
WAITS = (1, 5, 30, 60)


@dataclass(frozen=True)
class CameBack:
    """`secret` is for the cookie; `wrong_before` is how often a wrong PIN was typed since."""

    secret: str
    wrong_before: int


@dataclass(frozen=True)
class WrongPin:
    """The same phone may try again from then on."""

    until: datetime


class PinWaits(Exception):
    """Too soon after a wrong PIN: this one was not looked at."""

    def __init__(self, until: datetime) -> None:
        super().__init__()
        self.until = until


class NotRemembered(Exception):
    """This phone was struck off, or not used for too long."""


def remember(care_leaver_id: UUID, kind: str, pin_hash: str | None = None) -> tuple[Phone, str]:
    """The phone, and the secret that it keeps. `pin_hash` when it has a PIN of its own."""
    secret = secrets.token_urlsafe(32)
    phone = Phone(
        care_leaver_id=care_leaver_id,
        token_hash=hashed(secret),
        remembered_until=now() + REMEMBERED,
    )
    session.add(phone)
    session.flush()
    use = {"phone_id": phone.id, "care_leaver_id": care_leaver_id, "pin_hash": pin_hash}
    session.add(PhoneUse(kind=kind, **use))
    session.flush()
    return phone, secret


def strike_off(phone_id: UUID) -> None:
    """By its owner or their adviser. Whatever was open on it ends too."""
    phone = session.get_one(Phone, phone_id)
    if phone.ended_at is None:
        phone.ended_at = now()
        sign_ins.end_of_phone(phone.id)
        telling.tell(phone.care_leaver_id, telling.What.PHONE_ENDED)


def sign_out(phone_id: UUID) -> None:
    """It stays remembered, and asks for its PIN."""
    sign_ins.end_on_phone(session.get_one(Phone, phone_id).id)


def come_back(phone_secret: str, pin: str) -> CameBack | WrongPin:
    """Each try counts as wrong before it is looked at, so that many at once win nothing."""
    token_hash = hashed(phone_secret)
    with acting_as(Holder(now=clock(), token_hash=token_hash), writes=True):
        tried = _count_this_try(token_hash)
    if not matches(tried.pin_hash, pin):
        return WrongPin(tried.until)
    with acting_as(Holder(now=clock(), token_hash=token_hash), writes=True):
        return _let_in(token_hash, tried.wrong_before)


@dataclass(frozen=True)
class _Tried:
    pin_hash: str | None
    until: datetime
    wrong_before: int


def _count_this_try(token_hash: str) -> _Tried:
    _, use, person = _held(token_hash)
    if use.wait_until is not None and use.wait_until > now():
        raise PinWaits(use.wait_until)
    before = use.wrong_pins
    use.wrong_pins = before + 1
    use.wait_until = now() + timedelta(minutes=WAITS[min(before, len(WAITS) - 1)])
    return _Tried(use.pin_hash or person.pin_hash, use.wait_until, before)


def _let_in(token_hash: str, wrong_before: int) -> CameBack:
    phone, use, person = _held(token_hash)
    use.wrong_pins, use.wait_until, use.used_at = 0, None, now()
    if phone.remembered_until - now() < RENEWED_AT:
        phone.remembered_until = now() + REMEMBERED
    if wrong_before:
        telling.tell(person.id, telling.What.WRONG_PINS, f"{wrong_before}")
    return CameBack(sign_ins.open_on_phone(phone.id, use.kind), wrong_before)


def _held(token_hash: str) -> tuple[Phone, PhoneUse, CareLeaver]:
    found = session.execute(
        select(Phone, PhoneUse, CareLeaver)
        .join(PhoneUse, PhoneUse.phone_id == Phone.id)
        .join(CareLeaver, CareLeaver.id == Phone.care_leaver_id)
        .where(
            Phone.token_hash == token_hash,
            Phone.ended_at.is_(None),
            Phone.remembered_until > now(),
        )
    ).first()
    if found is None:
        raise NotRemembered
    return found.Phone, found.PhoneUse, found.CareLeaver
