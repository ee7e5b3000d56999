"""Six-digit codes of an authenticator, and the recovery codes for when it is lost."""

from __future__ import annotations

import hmac
import secrets
from uuid import UUID

import pyotp
from sqlalchemy import delete

from portal.accounts.models import RecoveryCode, Staff
from portal.accounts.sealing import keyed_hash
from portal.config import current
from portal.db import now, session

STEP = 30
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
HOW_MANY = 8


def new_secret() -> str:
    return pyotp.random_base32()


def address_for(secret: str, email: str) -> str:
    """What an authenticator reads from the QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=current().site_name)


def step_of(staff: Staff, typed: str) -> int | None:
    """Which half minute's code this is, of now and the ones beside it."""
    return step_for(staff.code_secret, typed)


def step_for(secret: str | None, typed: str) -> int | None:
    digits = "".join(typed.split())
    if secret is None or len(digits) != 6:
        return None
    here = int(now().timestamp()) // STEP
    for step in (here - 1, here, here + 1):
        if hmac.compare_digest(pyotp.TOTP(secret).at(step * STEP).encode(), digits.encode()):
            return step
    return None


def new_recovery_codes(staff_id: UUID) -> list[str]:
    """To be shown once. The ones before open nothing any more."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff_id))
    codes = ["-".join(_letters() for _ in range(3)) for _ in range(HOW_MANY)]
    session.add_all(
        RecoveryCode(staff_id=staff_id, code_hash=recovery_hash(staff_id, code)) for code in codes
    )
    session.flush()
    return codes


def recovery_hash(staff_id: UUID, typed: str) -> str:
    letters = "".join(letter for letter in typed.lower() if letter in LETTERS)
    return keyed_hash(current().secret_key, "recovery code", staff_id, letters)


def _letters() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(4))
