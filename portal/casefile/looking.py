"""What is new since somebody last looked."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.accounts.viewers import StaffViewer
from portal.casefile.models import LastLooked
from portal.db import acting_as, now, session

ONE_SITTING = timedelta(minutes=30)
NOTED_EVERY = timedelta(minutes=1)


def last_look(care_leaver_id: UUID) -> LastLooked | None:
    """When whoever asks looked before, if they did."""
    return session.scalars(
        select(LastLooked).where(LastLooked.care_leaver_id == care_leaver_id)
    ).first()


def new_since(before: LastLooked | None) -> datetime | None:
    """From when on something is new to them; None when they never looked before."""
    if before is None:
        return None
    return before.new_since if now() - before.looked_at < ONE_SITTING else before.looked_at


def note(viewer: StaffViewer, care_leaver_id: UUID, before: LastLooked | None) -> None:
    """Remember that they look now. In a transaction of its own, since the page only reads."""
    if before is not None and viewer.now - before.looked_at < NOTED_EVERY:
        return
    try:
        with acting_as(viewer, writes=True):
            _note(viewer, care_leaver_id)
    except IntegrityError:
        # The same person looked twice in the same moment, and the other look came first.
        return


def _note(viewer: StaffViewer, care_leaver_id: UUID) -> None:
    last = last_look(care_leaver_id)
    if last is None:
        session.add(LastLooked(staff_id=viewer.staff_id, care_leaver_id=care_leaver_id))
    else:
        last.new_since, last.looked_at = new_since(last), viewer.now
