"""A note as a whole: begun, opened to write it together, sent, called fair or not yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver
from portal.consent.queries import may_write_about, team_writing_about
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.notes.models import Contact, Note, Passage, Verdict, Voice


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What stands above a note. The first topic decides about sharing."""

    title: str
    day: date
    contact: Contact
    form_key: str
    purpose: str = ""
    topic_id: UUID | None = None
    also_about: tuple[UUID, ...] = ()
    hard_about: str | None = None


def begin(staff_id: UUID, care_leaver_id: UUID, heading: Heading) -> Note:
    """A note that nobody but its writer sees so far. Sending the form twice begins one."""
    note = Note(
        care_leaver_id=care_leaver_id,
        author_id=staff_id,
        held_by_id=team_writing_about(care_leaver_id),
        reach=Reach.ONLY_ME,
        form_key=heading.form_key,
        title=heading.title,
        day=heading.day,
        contact=heading.contact,
    )
    _head(note, heading)
    try:
        with session.begin_nested():
            session.add(note)
    except IntegrityError:
        begun = select(Note).where(Note.author_id == staff_id, Note.form_key == heading.form_key)
        return session.scalars(begun).one()
    return note


def change_heading(staff_id: UUID, note_id: UUID, heading: Heading) -> Note:
    note = own_note(staff_id, note_id)
    _head(note, heading)
    note.version += 1
    session.flush()
    return note


def open_together(staff_id: UUID, note_id: UUID) -> Note:
    """From now on both write in it, each their own passages, and each reads what the other kept."""
    note = own_note(staff_id, note_id)
    if note.together_at is None and note.sent_at is None:
        note.together_at = now()
        _release(note)
    return note


def send(staff_id: UUID, note_id: UUID) -> Note:
    """The care leaver reads it from now on, whether or not both call it fair."""
    note = own_note(staff_id, note_id)
    if note.sent_at is not None:
        return note
    if not session.scalars(select(Passage.id).where(Passage.note_id == note_id).limit(1)).first():
        raise Conflict("There is nothing in this note yet.")
    note.sent_at = now()
    _release(note)
    return note


def say_whether_fair(me: UUID, note_id: UUID, *, is_fair: bool) -> Verdict:
    """Each side says so for the note as it stands now, and may say otherwise later."""
    note = session.get_one(Note, note_id)
    person = session.get_one(CareLeaver, note.care_leaver_id)
    if not may_write_about(person.id):
        raise NotAllowed("You cannot say this for somebody else.")
    verdict = Verdict(
        care_leaver_id=person.id,
        author_id=me,
        held_by_id=note.held_by_id,
        topic_id=note.topic_id,
        reach=note.reach,
        released_at=now() if me != person.id else None,
        note_id=note.id,
        is_fair=is_fair,
        of_version=note.version,
    )
    session.add(verdict)
    session.flush()
    return verdict


def own_note(staff_id: UUID, note_id: UUID) -> Note:
    """A note of one's own, held fast until what changes it is kept."""
    note = session.get_one(Note, note_id, with_for_update=True, populate_existing=True)
    if note.author_id != staff_id:
        raise NotAllowed("This is somebody else's note.")
    team_writing_about(note.care_leaver_id)
    return note


def _head(note: Note, heading: Heading) -> None:
    note.title, note.day, note.contact = heading.title, heading.day, heading.contact
    note.purpose, note.hard_about = heading.purpose, heading.hard_about or None
    note.topic_id = heading.topic_id
    note.also_about = [str(topic) for topic in heading.also_about]


def _release(note: Note) -> None:
    """Never back: what staff wrote in it so far goes to leaving care and to its reader."""
    note.reach, note.version = Reach.MY_TEAM, note.version + 1
    note.released_at = note.released_at or now()
    session.flush()
    of_staff = select(Passage).where(Passage.note_id == note.id, Passage.voice != Voice.CARE_LEAVER)
    for passage in session.scalars(of_staff.order_by(Passage.position, Passage.id)):
        passage.reach, passage.topic_id = Reach.MY_TEAM, note.topic_id
        passage.released_at = passage.released_at or now()
    session.flush()
