"""Imports that nobody is at: those to carry on with, and those to forget."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, now, session
from portal.records import files
from portal.records.models import Import
from portal.records.stages import WORKING, stage_of

WAITS_FOR, TRIED_FOR = timedelta(hours=24), timedelta(days=7)
NOBODY_WENT_ON = "Nobody went on with it for 24 hours, so the file was removed."
COULD_NOT = "It could not be finished within a week, so the file was removed. Hand it in again."


def unfinished() -> Sequence[UUID]:
    """Oldest first."""
    with acting_as(Housekeeping(now=clock(), name="import")):
        open_ones = session.scalars(
            select(Import).where(Import.ended_at.is_(None)).order_by(Import.asked_at, Import.id)
        )
        return [found.id for found in open_ones if _is_worked_on(found)]


def forget_uploads() -> None:
    """A file that nobody went on with within a day goes, and so does one that nothing knows."""
    with acting_as(Housekeeping(now=clock(), name="retention"), writes=True):
        open_ones = session.scalars(select(Import).where(Import.ended_at.is_(None))).all()
        for found in open_ones:
            if found.asked_at <= now() - (TRIED_FOR if _is_worked_on(found) else WAITS_FOR):
                found.fault = COULD_NOT if _is_worked_on(found) else NOBODY_WENT_ON
                found.ended_at, found.file_path = now(), None
        needed = {found.file_path for found in open_ones if found.file_path}
    files.forget_all_but(needed)


def _is_worked_on(found: Import) -> bool:
    return stage_of(found) in WORKING
