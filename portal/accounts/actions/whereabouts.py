"""What an administrator notes about a care leaver: that they work here too, or are gone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import CareLeaver, Staff, Themselves
from portal.db import now, session
from portal.errors import Conflict, NotAllowed

NOBODY = "Nobody who works here has this email."
NOTED = "This member of staff is noted as a care leaver already."
GONE = "This was noted already."


def also_staff(care_leaver_id: UUID, email: str, *, by: UUID) -> None:
    """From now on they are no staff about themselves. It ends nothing else, and they are told."""
    person = session.get_one(CareLeaver, care_leaver_id)
    staff = session.scalar(select(Staff).where(Staff.email == email.lower()))
    if staff is None:
        raise Conflict(NOBODY)
    if staff.id == by:
        raise NotAllowed("Another administrator notes this of you.")
    try:
        with session.begin_nested():
            session.add(Themselves(care_leaver_id=person.id, staff_id=staff.id))
    except IntegrityError:
        # Whether it is this care leaver or another is not for an administrator to read.
        raise Conflict(NOTED) from None
    tell(person.id, What.ALSO_STAFF, f"{staff.name}, {staff.job}" if staff.job else staff.name)


def note_gone(care_leaver_id: UUID) -> None:
    """They left, or died. The rule ends every yes, and what is theirs alone opens to nobody."""
    person = session.get_one(CareLeaver, care_leaver_id)
    if person.left_at is not None:
        raise Conflict(GONE)
    person.left_at = now()
    session.flush()
