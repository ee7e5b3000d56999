"""That the care leaver had a note before them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.db import acting_as, session, viewer
from portal.notes.models import Note, Reading


def note_read(me: UUID, note_id: UUID) -> None:
    """The first time is kept, in a transaction of its own: reading writes nothing else."""
    note = session.get_one(Note, note_id)
    if note.sent_at is None or session.scalar(select(Reading.id).where(Reading.note_id == note_id)):
        return
    reading = Reading(
        care_leaver_id=me,
        author_id=me,
        held_by_id=note.held_by_id,
        topic_id=note.topic_id,
        reach=note.reach,
        note_id=note_id,
    )
    try:
        with acting_as(viewer(), writes=True) as asking:
            asking.add(reading)
            asking.flush()
    except IntegrityError:
        pass  # another page of theirs came first
