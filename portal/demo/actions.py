"""Lets somebody be one of the cast, as if they had just come in."""

from __future__ import annotations

from dataclasses import dataclass

from portal.accounts.actions import phones, sign_ins
from portal.accounts.models import Account, Role
from portal.db import session
from portal.sample.cast import Member


@dataclass(frozen=True)
class CameIn:
    """The secrets that the browser keeps: of the sign-in, and of a phone when it is one."""

    secret: str
    phone_secret: str | None = None


def come_in(member: Member, kind: str) -> CameIn:
    """Raises NoResultFound when there is no sample council."""
    session.get_one(Account, member.id)
    if member.role is Role.STAFF:
        return CameIn(sign_ins.open_for_staff(member.id, kind))
    phone, phone_secret = phones.remember(member.id, kind)
    return CameIn(sign_ins.open_on_phone(phone.id, kind), phone_secret)
