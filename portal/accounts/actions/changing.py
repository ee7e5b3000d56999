"""A member of staff changes how they come in: other sign-ins end, and their manager sees it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from portal.accounts.actions import codes, sign_ins
from portal.accounts.doors import DoorChange, SignIn
from portal.accounts.models import Staff
from portal.db import session
from portal.errors import Conflict


def passphrase(staff_id: UUID, passphrase_hash: str, here: UUID) -> None:
    session.get_one(Staff, staff_id).passphrase_hash = passphrase_hash
    note(staff_id, "a new passphrase", here)


def email(staff_id: UUID, new: str, here: UUID) -> None:
    if session.scalar(select(Staff.id).where(Staff.email == new, Staff.id != staff_id)):
        raise Conflict("Somebody has this email already.")
    session.get_one(Staff, staff_id).email = new
    note(staff_id, "a new email", here)


def authenticator(staff_id: UUID, secret: str, step: int, here: UUID) -> list[str]:
    """New recovery codes come with it, to be shown once."""
    staff = session.get_one(Staff, staff_id)
    staff.code_secret, staff.code_last_used = secret, step
    note(staff_id, "a new authenticator", here)
    return codes.new_recovery_codes(staff_id)


def note(staff_id: UUID, what: str, here: UUID | None = None) -> None:
    sign_ins.end_others_of_staff(staff_id, but=here)
    session.add(DoorChange(staff_id=staff_id, what=what))
    session.flush()


def end_sign_in(sign_in_id: UUID, staff_id: UUID) -> None:
    """Raises NoResultFound for a sign-in of somebody else."""
    found = select(SignIn.id).where(SignIn.id == sign_in_id, SignIn.staff_id == staff_id)
    sign_ins.end(session.scalars(found).one())
