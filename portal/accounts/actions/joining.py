"""The first coming in of a member of staff, by a link; also the way back when all was lost."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select, update

from portal.accounts.actions import changing, codes, sign_ins
from portal.accounts.actions.invitations import LASTS, LinkIsOver
from portal.accounts.carrying import brought_back, carried
from portal.accounts.hashing import hash_of
from portal.accounts.models import Staff, StaffInvitation
from portal.accounts.sealing import hashed
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, now, session


@dataclass(frozen=True)
class Joining:
    """Whose link this is, and a secret for their authenticator, sealed until they send it back."""

    staff_id: UUID
    email: str
    secret: str
    sealed: str


@dataclass(frozen=True)
class Joined:
    secret: str
    codes: tuple[str, ...]


def invite(staff_id: UUID, by: UUID | None) -> str:
    """The token, to be shown once. Links before this one end."""
    session.execute(
        update(StaffInvitation)
        .where(StaffInvitation.staff_id == staff_id, StaffInvitation.used_at.is_(None))
        .values(expires_at=now())
    )
    token = secrets.token_urlsafe(32)
    session.add(
        StaffInvitation(
            staff_id=staff_id, token_hash=hashed(token), made_by_id=by, expires_at=now() + LASTS
        )
    )
    session.flush()
    return token


def held(token: str, sealed: str = "") -> Joining:
    """Raises LinkIsOver. With what was sealed before, the same secret again."""
    with acting_as(Nobody(now=clock())):
        _, staff = _open(token)
        secret = brought_back(sealed, _bound_to(token)) or codes.new_secret()
        again = carried(secret, _bound_to(token))
        return Joining(staff.id, staff.email, secret, again)


def is_code_of(joining: Joining, typed: str) -> bool:
    return codes.step_for(joining.secret, typed) is not None


def join(token: str, joining: Joining, passphrase: str, code: str, kind: str) -> Joined:
    """Everything that opened before this opens nothing any more."""
    passphrase_hash, step = hash_of(passphrase), codes.step_for(joining.secret, code)
    with acting_as(Nobody(now=clock()), writes=True):
        invitation, staff = _open(token)
        used = session.execute(
            update(StaffInvitation)
            .where(StaffInvitation.id == invitation.id, StaffInvitation.used_at.is_(None))
            .values(used_at=now())
        )
        if used.rowcount != 1:  # type: ignore[attr-defined]
            raise LinkIsOver
        changing.note(staff.id, "came in by a new link")
        staff.passphrase_hash = passphrase_hash
        if step is not None:
            staff.code_secret, staff.code_last_used = joining.secret, step
        shown = tuple(codes.new_recovery_codes(staff.id)) if step is not None else ()
        return Joined(sign_ins.open_for_staff(staff.id, kind), shown)


def _open(token: str) -> tuple[StaffInvitation, Staff]:
    found = session.execute(
        select(StaffInvitation, Staff)
        .join(Staff, Staff.id == StaffInvitation.staff_id)
        .where(
            StaffInvitation.token_hash == hashed(token),
            StaffInvitation.used_at.is_(None),
            StaffInvitation.expires_at > now(),
            or_(Staff.employed_until.is_(None), Staff.employed_until > now()),
        )
    ).first()
    if found is None:
        raise LinkIsOver
    return found.StaffInvitation, found.Staff


def _bound_to(token: str) -> str:
    return f"joining.{hashed(token)}"
