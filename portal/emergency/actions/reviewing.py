"""A manager looks at what others opened, or tried to: it was right, or there is an inquiry."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from portal.db import now, session
from portal.emergency.models import EmergencyTry, RefusedTry
from portal.errors import Conflict, NotAllowed

Try = EmergencyTry | RefusedTry
OWN = "You did this yourself, or said yes to it. Another manager looks at it."


def may_review(tried: Try, by: UUID) -> bool:
    """Neither whoever used it nor whoever approved it."""
    approved = getattr(tried, "decided_by_id", None) == by
    return by != tried.staff_id and not approved


def review(tries: Iterable[Try], *, by: UUID, inquiry: str = "") -> None:
    """`inquiry` says in a word what is to be found out; without it, it was right."""
    for tried in tries:
        if not may_review(tried, by):
            raise NotAllowed(OWN)
        if isinstance(tried, EmergencyTry) and tried.waits:
            # Or whoever looks at it now could still say yes to it.
            raise Conflict("Say first whether it may open.")
        if tried.reviewed_at is not None:
            raise Conflict("Another manager looked at this in the meantime.")
        tried.reviewed_by_id, tried.reviewed_at = by, now()
        tried.inquiry = inquiry or None
    session.flush()


def end_inquiry(tries: Iterable[Try], *, by: UUID, came_to: str) -> None:
    for tried in tries:
        if not may_review(tried, by):
            raise NotAllowed(OWN)
        if tried.inquiry is None or tried.ended_at is not None:
            raise Conflict("This inquiry ended in the meantime.")
        tried.ended_by_id, tried.ended_at, tried.came_to = by, now(), came_to
    session.flush()
