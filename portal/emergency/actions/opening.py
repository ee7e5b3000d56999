"""Opens a record in an emergency, and tells whose it is."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.actions import telling
from portal.accounts.actions.telling import What
from portal.accounts.models import Staff
from portal.consent.models import EmergencyAccess
from portal.db import now, session
from portal.emergency.models import EmergencyTry
from portal.emergency.queries.finding import A_DAY
from portal.errors import Conflict, NotAllowed

ANOTHER = "You tried it yourself. Another manager decides."
DECIDED = "Another manager decided this in the meantime, or it is more than a day old."


def open_for(tried: EmergencyTry, approved_by: UUID | None = None) -> EmergencyAccess:
    """For 24 hours. The care leaver is told at once; holding that back is another manager's."""
    assert tried.care_leaver_id is not None
    opened = EmergencyAccess(
        care_leaver_id=tried.care_leaver_id,
        staff_id=tried.staff_id,
        category=tried.category,
        reason=tried.reason,
        start_at=now(),
        end_at=now() + A_DAY,
        approved_by_id=approved_by,
    )
    session.add(opened)
    session.flush()
    tried.emergency_id = opened.id
    staff = session.get_one(Staff, tried.staff_id)
    who = f"{staff.name}, {staff.job}" if staff.job else staff.name
    telling.tell(tried.care_leaver_id, What.EMERGENCY, who, emergency_id=opened.id)
    return opened


def approve(tried: EmergencyTry, *, by: UUID) -> EmergencyAccess:
    """A second time within seven days opens by the yes of a manager who did not try it."""
    _decide(tried, by)
    return open_for(tried, approved_by=by)


def refuse(tried: EmergencyTry, *, by: UUID) -> None:
    _decide(tried, by)
    session.flush()


def _decide(tried: EmergencyTry, by: UUID) -> None:
    if by == tried.staff_id:
        raise NotAllowed(ANOTHER)
    if not tried.waits:
        raise Conflict(DECIDED)
    tried.decided_by_id, tried.decided_at = by, now()
