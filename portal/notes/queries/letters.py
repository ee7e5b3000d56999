"""Notes, whole and in lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select

from portal.accounts.models import CareLeaver, Staff, Topic
from portal.db import session
from portal.notes.models import Note, Passage, Reading, Verdict, Voice
from portal.notes.shown import NoteShown, PassageShown

A_PAGE = 20
Row = TypeVar("Row", CareLeaver, Staff, Topic)


def the_note(note_id: UUID) -> Note:
    return session.get_one(Note, note_id)


def note_about(care_leaver_id: UUID, note_id: UUID) -> Note:
    """The note, when it is to this person; as if it were not there, else."""
    found = select(Note).where(Note.id == note_id, Note.care_leaver_id == care_leaver_id)
    return session.scalars(found).one()


def passage_of(note: Note, passage_id: UUID) -> Passage:
    found = select(Passage).where(Passage.id == passage_id, Passage.note_id == note.id)
    return session.scalars(found).one()


def notes_to(care_leaver_id: UUID, skip: int = 0) -> list[NoteShown]:
    """Newest first, without their passages, and one more than a page."""
    found = (
        select(Note)
        .where(Note.care_leaver_id == care_leaver_id)
        .order_by(Note.day.desc(), Note.made_at.desc(), Note.id)
        .offset(skip)
        .limit(A_PAGE + 1)
    )
    return [*_headed(session.scalars(found).all())]


def how_many_to_read(care_leaver_id: UUID) -> int:
    """Notes that were sent and never opened."""
    opened = select(Reading.note_id)
    to_read = select(func.count()).select_from(Note)
    to_read = to_read.where(Note.care_leaver_id == care_leaver_id, Note.sent_at.is_not(None))
    return session.scalar(to_read.where(Note.id.not_in(opened))) or 0


def whole(note: Note, me: UUID) -> NoteShown:
    """The note with its passages in their order."""
    (headed,) = _headed([note])
    passages = session.execute(
        select(Passage, Staff)
        .outerjoin(Staff, Staff.id == Passage.author_id)
        .where(Passage.note_id == note.id)
        .order_by(Passage.position, Passage.made_at, Passage.id)
    )
    shown = tuple(_passage(passage, staff, headed.to, me) for passage, staff in passages)
    return replace(headed, passages=shown)


def _passage(passage: Passage, staff: Staff | None, to: str, me: UUID) -> PassageShown:
    own = passage.author_id == me
    writer = staff.name if staff else to
    if passage.voice is Voice.SOMEBODY_ELSE:
        return PassageShown(passage, passage.role, f"written by {writer}", own)
    return PassageShown(passage, "You" if own else writer, staff.job if staff else "", own)


def _headed(notes: Sequence[Note]) -> Iterable[NoteShown]:
    people = _by_id(CareLeaver, {note.care_leaver_id for note in notes})
    staff = _by_id(Staff, {note.author_id for note in notes if note.author_id})
    topics = _by_id(Topic, {note.topic_id for note in notes if note.topic_id})
    verdicts, read = _verdicts(notes), _readings(notes)
    for note in notes:
        writer = staff[note.author_id] if note.author_id else None
        yield NoteShown(
            note=note,
            by=writer.name if writer else "",
            job=writer.job if writer else "",
            to=people[note.care_leaver_id].name,
            topic=topics[note.topic_id].name if note.topic_id else "",
            fair_to_reader=verdicts.get((note.id, note.care_leaver_id)),
            fair_to_staff=verdicts.get((note.id, note.author_id)),
            read_at=read.get(note.id),
        )


def _by_id(kind: type[Row], ids: set[UUID]) -> dict[UUID, Row]:
    return {row.id: row for row in session.scalars(select(kind).where(kind.id.in_(ids)))}


def _verdicts(notes: Sequence[Note]) -> dict[tuple[UUID, UUID | None], bool]:
    """What each said last."""
    ids = [note.id for note in notes]
    said = select(Verdict).where(Verdict.note_id.in_(ids)).order_by(Verdict.made_at, Verdict.id)
    return {(one.note_id, one.author_id): one.is_fair for one in session.scalars(said)}


def _readings(notes: Sequence[Note]) -> dict[UUID, datetime]:
    ids = [note.id for note in notes]
    read = select(Reading.note_id, Reading.made_at).where(Reading.note_id.in_(ids))
    return {row.note_id: row.made_at for row in session.execute(read)}
