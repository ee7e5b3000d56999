"""What is shared, thing by thing: what a preview shows, and what a team newly sees or no longer."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from portal import hours
from portal.accounts.about import AboutCareLeaver
from portal.db import session
from portal.records.models import CaseRecord
from portal.voice.models import Entry

Thing = tuple[type[AboutCareLeaver], UUID]
# Each with its day: when it was said, or when it happened. What hangs on these comes with them.
THINGS: dict[type[AboutCareLeaver], Any] = {
    Entry: Entry.made_at,
    CaseRecord: CaseRecord.happened_on,
}


def in_sight(care_leaver_id: UUID, topic_ids: Collection[UUID]) -> dict[Thing, date | None]:
    """Everything about these topics that whoever asks sees, with its day."""
    return {
        (kind, id_): hours.local(day).date() if kind is Entry else day
        for kind in THINGS
        for id_, day in session.execute(_about(kind, care_leaver_id, topic_ids))
    }


def _about(
    kind: type[AboutCareLeaver], care_leaver_id: UUID, topic_ids: Collection[UUID]
) -> Select[Any, Any]:
    return select(kind.id, THINGS[kind]).where(
        kind.care_leaver_id == care_leaver_id, kind.topic_id.in_(topic_ids)
    )
