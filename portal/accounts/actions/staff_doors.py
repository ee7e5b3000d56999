"""Lets a member of staff in: email, passphrase, and a six-digit or a recovery code."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass

from sqlalchemy import or_, select, update

from portal.accounts.actions import attempts, codes, sign_ins
from portal.accounts.hashing import matches
from portal.accounts.models import RecoveryCode, Staff
from portal.accounts.sealing import keyed_hash
from portal.accounts.viewers import Nobody
from portal.config import current
from portal.db import acting_as, clock, now, session

PER_ACCOUNT, PER_ADDRESS = 10, 50


@dataclass(frozen=True, kw_only=True)
class Typed:
    email: str
    passphrase: str
    code: str
    address: str
    known_by: str


@dataclass(frozen=True)
class CameIn:
    """`secret` is for the cookie; `known_by` is for the browser to keep."""

    secret: str
    known_by: str


def come_in(typed: Typed, kind: str) -> CameIn | None:
    """None when something of it was wrong: nobody is told what. May raise TooMany."""
    mine = _counted_as(typed)
    with acting_as(Nobody(now=clock()), writes=True):
        from_here = attempts.count(attempts.key("address", typed.address), PER_ADDRESS)
        attempts.count(mine, PER_ACCOUNT)
    with acting_as(Nobody(now=clock())):
        staff = _employed(typed.email)
        code = codes.step_of(staff, typed.code) if staff else None
    if not matches(staff.passphrase_hash if staff else None, typed.passphrase) or staff is None:
        return None
    with acting_as(Nobody(now=clock()), writes=True):
        if current().staff_code and not _use_code(staff, code, typed.code):
            return None
        attempts.forget(mine)
        attempts.take_back(from_here)
        return CameIn(sign_ins.open_for_staff(staff.id, kind), _known(staff.email))


def _employed(email: str) -> Staff | None:
    until = or_(Staff.employed_until.is_(None), Staff.employed_until > now())
    return session.scalar(select(Staff).where(Staff.email == email, until))


def _use_code(staff: Staff, step: int | None, typed: str) -> bool:
    """Each code once, also when the same one comes twice at the same instant."""
    if step is not None:
        unused = or_(Staff.code_last_used.is_(None), Staff.code_last_used < step)
        asked = update(Staff).where(Staff.id == staff.id, unused).values(code_last_used=step)
    else:
        asked = (
            update(RecoveryCode)
            .where(
                RecoveryCode.staff_id == staff.id,
                RecoveryCode.code_hash == codes.recovery_hash(staff.id, typed),
                RecoveryCode.used_at.is_(None),
            )
            .values(used_at=now())
        )
    return session.execute(asked).rowcount == 1  # type: ignore[attr-defined,no-any-return]


def _counted_as(typed: Typed) -> str:
    nonce, _, proof = typed.known_by.partition(".")
    if nonce and hmac.compare_digest(proof, _proof(typed.email, nonce)):
        return attempts.key("browser", nonce)
    return attempts.key("account", typed.email)


def _known(email: str) -> str:
    nonce = secrets.token_urlsafe(12)
    return f"{nonce}.{_proof(email, nonce)}"


def _proof(email: str, nonce: str) -> str:
    return keyed_hash(current().secret_key, "known browser", email, nonce)
