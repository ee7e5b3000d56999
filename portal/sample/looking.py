"""Lets staff have looked at the cast, so that the log of who looked has something to tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from portal import hours
from portal.accounts.viewers import StaffViewer
from portal.casefile.models import LastLooked
from portal.consent import looks
from portal.db import acting_as
from portal.sample.cast import AMINA, JO, PRIYA, SAM, TYLER
from portal.sample.days import at
from portal.sample.people import chance_of, random_id
from portal.sample.writing import write
from portal.voice.models import Entry

PA_LOOKED = (2, 13, 30, 45, 73, 128, 219)  # days ago
PA_OF = {AMINA.id: JO.id, TYLER.id: SAM.id}
MANAGER_LOOKED = 103
BEFORE_THEM = timedelta(days=40)


def look_at_the_cast(seed: int, until: date) -> None:
    """As the pages would, so that the chain of lines is whole, and they know what is new since."""
    last: dict[tuple[UUID, UUID], LastLooked] = {}
    for when, staff_id, care_leaver_id in _who_looked(until):
        viewer = StaffViewer(now=when, staff_id=staff_id)
        with acting_as(viewer) as asking:
            asking.scalars(
                select(Entry).where(
                    Entry.care_leaver_id == care_leaver_id,
                    Entry.made_at.between(when - BEFORE_THEM, when),
                )
            ).all()
            shown = looks.shown_in(asking)
        looks.write(viewer, shown)
        before = last.get((staff_id, care_leaver_id))
        last[staff_id, care_leaver_id] = LastLooked(
            id=random_id(chance_of(seed, "last looked", staff_id, care_leaver_id)),
            staff_id=staff_id,
            care_leaver_id=care_leaver_id,
            looked_at=when,
            new_since=before.looked_at if before else None,
        )
    write(last.values())


def _who_looked(until: date) -> Iterator[tuple[datetime, UUID, UUID]]:
    for care_leaver_id, pa_id in PA_OF.items():
        days = [(ago, pa_id) for ago in PA_LOOKED] + [(MANAGER_LOOKED, PRIYA.id)]
        for ago, staff_id in sorted(days, reverse=True):
            day = hours.working_days_after(until - timedelta(days=ago + 1), 1)
            yield at(day, 10, ago % 60), staff_id, care_leaver_id
