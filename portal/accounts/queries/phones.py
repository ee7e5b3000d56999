"""Which phones are remembered, and what is open where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select

from portal.accounts.doors import PHONE_LONGEST, STAFF_IDLE, Phone, PhoneUse, SignIn
from portal.accounts.sealing import hashed
from portal.accounts.viewers import Holder
from portal.db import acting_as, clock, now, session


@dataclass(frozen=True)
class RememberedPhone:
    """A phone as its owner sees it."""

    phone: Phone
    use: PhoneUse
    is_open: bool


def is_remembered(secret: str) -> bool:
    """Asked by a browser before anybody is signed in."""
    if not secret:
        return False
    token_hash = hashed(secret)
    with acting_as(Holder(now=clock(), token_hash=token_hash)):
        found = select(Phone.id).where(Phone.token_hash == token_hash, _kept())
        return session.scalar(found) is not None


def mine(care_leaver_id: UUID) -> list[RememberedPhone]:
    """Every remembered phone, the one used last first."""
    found = session.execute(
        select(Phone, PhoneUse)
        .join(PhoneUse, PhoneUse.phone_id == Phone.id)
        .where(Phone.care_leaver_id == care_leaver_id, _kept())
        .order_by(PhoneUse.used_at.desc(), Phone.id)
    )
    since = now() - PHONE_LONGEST
    open_on = set(
        session.scalars(
            select(SignIn.phone_id).where(SignIn.ended_at.is_(None), SignIn.started_at > since)
        )
    )
    return [RememberedPhone(phone, use, phone.id in open_on) for phone, use in found]


def of(care_leaver_id: UUID) -> Sequence[Phone]:
    """That they are there, and no more: neither their kind nor when they were used."""
    asked = select(Phone).where(Phone.care_leaver_id == care_leaver_id, _kept())
    return session.scalars(asked.order_by(Phone.id)).all()


def of_staff(staff_id: UUID) -> Sequence[SignIn]:
    """Sign-ins that are open now, the latest first."""
    return session.scalars(
        select(SignIn)
        .where(
            SignIn.staff_id == staff_id,
            SignIn.ended_at.is_(None),
            SignIn.active_at > now() - STAFF_IDLE,
        )
        .order_by(SignIn.active_at.desc(), SignIn.id)
    ).all()


def _kept() -> ColumnElement[bool]:
    return and_(Phone.ended_at.is_(None), Phone.remembered_until > now())
