"""A manager holds back that a care leaver is told, for a while and with a reason.

Nothing has to be done when that ends: the rule shows it from that day on, with its true date.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from portal import hours
from portal.consent.models import EmergencyAccess
from portal.db import now, session
from portal.emergency.queries import finding
from portal.errors import Conflict, NotAllowed

LONGEST = timedelta(days=28)
DAY = timedelta(days=1)
OWN = "You opened it yourself, or said yes to it. Another manager decides what is told."
TOLD = "They were told already. It cannot be held back any more."


def may_hold_back(opened: EmergencyAccess, by: UUID) -> bool:
    return by not in (opened.staff_id, opened.approved_by_id)


def is_held_back(opened: EmergencyAccess) -> bool:
    until = opened.telling_held_back_until
    return until is not None and until > now()


def hold_back(opened: EmergencyAccess, *, by: UUID, reason: str, review_on: date) -> None:
    """Until that day begins; renewing it is the same again, before it does."""
    if not may_hold_back(opened, by):
        raise NotAllowed(OWN)
    today = hours.local(now()).date()
    if not today < review_on <= today + LONGEST:
        raise Conflict("The day to look at it again is within the next 28 days.")
    if _was_told(opened):
        raise Conflict(TOLD)
    opened.telling_held_back_until = hours.midnight_after(review_on - DAY)
    opened.held_back_by_id, opened.held_back_reason = by, reason
    session.flush()


def tell_now(opened: EmergencyAccess, *, by: UUID) -> None:
    if not may_hold_back(opened, by):
        raise NotAllowed(OWN)
    if not is_held_back(opened):
        raise Conflict(TOLD)
    opened.telling_held_back_until = now()
    session.flush()


def _was_told(opened: EmergencyAccess) -> bool:
    """Told when it was held back until a day that has come, or when they said they read it."""
    if is_held_back(opened):
        return False
    return opened.telling_held_back_until is not None or finding.was_read(opened.id)
