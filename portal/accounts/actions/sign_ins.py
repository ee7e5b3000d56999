"""Opens and ends sign-ins. Each is a row here and a random secret in one browser."""

from __future__ import annotations

import secrets
from uuid import UUID

from sqlalchemy import update

from portal.accounts.doors import SignIn, SignInEnd
from portal.accounts.sealing import hashed
from portal.db import now, session


def open_for_staff(staff_id: UUID, kind: str) -> str:
    """The secret for the cookie."""
    return _open(SignIn(staff_id=staff_id, kind=kind))


def open_on_phone(phone_id: UUID, kind: str) -> str:
    """The secret for the cookie. What was open on that phone before ends."""
    end_on_phone(phone_id)
    return _open(SignIn(phone_id=phone_id, kind=kind))


def end(sign_in_id: UUID, because: SignInEnd = SignInEnd.SIGNED_OUT) -> None:
    _end(SignIn.id == sign_in_id, because)


def end_on_phone(phone_id: UUID) -> None:
    _end(SignIn.phone_id == phone_id, SignInEnd.SIGNED_OUT)


def end_of_phone(phone_id: UUID) -> None:
    _end(SignIn.phone_id == phone_id, SignInEnd.STRUCK_OFF)


def end_others_of_staff(staff_id: UUID, but: UUID | None = None) -> None:
    """After a change of how somebody comes in, whoever came in otherwise is out."""
    _end((SignIn.staff_id == staff_id) & (SignIn.id != but), SignInEnd.CHANGED)


def ask_for_pin(sign_in_id: UUID) -> None:
    session.execute(
        update(SignIn)
        .where(SignIn.id == sign_in_id, SignIn.pin_asked_since.is_(None))
        .values(pin_asked_since=now())
    )


def _open(sign_in: SignIn) -> str:
    secret = secrets.token_urlsafe(32)
    sign_in.secret_hash = hashed(secret)
    session.add(sign_in)
    session.flush()
    return secret


def _end(which: object, because: SignInEnd) -> None:
    session.execute(
        update(SignIn)
        .where(which, SignIn.ended_at.is_(None))  # type: ignore[arg-type]
        .values(ended_at=now(), ended_because=because)
    )
