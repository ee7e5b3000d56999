"""Passages: each in one voice, and changed by nobody but whoever wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver
from portal.consent.queries import may_write_about
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.notes.actions.letters import own_note
from portal.notes.models import MOST_PASSAGES, EarlierPassage, Note, Passage, Voice


class ChangedElsewhere(Conflict):
    """The same writer saved this passage on another page. Both versions are there to choose."""

    def __init__(self, as_it_is: Passage) -> None:
        super().__init__("You changed this on another page. Choose which words to keep.")
        self.as_it_is = as_it_is


@dataclass(frozen=True, kw_only=True)
class Lines:
    """What somebody wrote; `role` when these are the words of somebody else."""

    words: str
    form_key: str
    role: str = ""


@dataclass(frozen=True)
class Reworded:
    """New words, and which version of the passage they were made from."""

    words: str
    from_version: int


def write(me: UUID, note_id: UUID, lines: Lines) -> Passage:
    """Add a passage at the end, in the voice of whoever writes. Sent twice, it is there once."""
    note = session.get_one(Note, note_id, with_for_update=True, populate_existing=True)
    passage = _new(me, note, lines)
    try:
        with session.begin_nested():
            session.add(passage)
    except IntegrityError:
        kept = select(Passage).where(Passage.author_id == me, Passage.form_key == lines.form_key)
        return session.scalars(kept).one()
    note.version += 1
    session.flush()
    return passage


def reword(me: UUID, passage_id: UUID, said: Reworded) -> Passage:
    """Say it differently. Raises ChangedElsewhere when it moved on since then."""
    passage = session.get_one(Passage, passage_id, with_for_update=True, populate_existing=True)
    if passage.author_id != me:
        raise NotAllowed("These are somebody else's words.")
    if said.words == passage.words:
        return passage
    if said.from_version != passage.version:
        raise ChangedElsewhere(passage)
    session.add(_as_it_was(passage))
    passage.words, passage.edited_at = said.words, now()
    passage.version += 1
    _moved_on(passage.note_id)
    return passage


def put_in_order(me: UUID, note_id: UUID, order: Sequence[UUID]) -> Note:
    """The note's owner says in which order its passages stand; what is not named stays behind."""
    note = own_note(me, note_id)
    wanted = {id_: place for place, id_ in enumerate(order)}
    passages = session.scalars(select(Passage).where(Passage.note_id == note_id)).all()
    as_now = sorted(passages, key=lambda one: (wanted.get(one.id, len(wanted)), one.position))
    for place, passage in enumerate(as_now, start=1):
        passage.position = place
    note.version += 1
    session.flush()
    return note


def _new(me: UUID, note: Note, lines: Lines) -> Passage:
    if not may_write_about(note.care_leaver_id):
        raise NotAllowed("You cannot write in this note.")
    last, how_many = session.execute(
        select(func.max(Passage.position), func.count()).where(Passage.note_id == note.id)
    ).one()
    if how_many >= MOST_PASSAGES:
        raise Conflict("This note is full. Begin another one.")
    own = me == note.care_leaver_id
    voice = Voice.SOMEBODY_ELSE if lines.role else Voice.CARE_LEAVER if own else Voice.STAFF
    return Passage(
        care_leaver_id=note.care_leaver_id,
        author_id=me,
        held_by_id=_home(note) if own else note.held_by_id,
        topic_id=note.topic_id,
        reach=note.reach,
        released_at=None if own or note.reach is Reach.ONLY_ME else now(),
        note_id=note.id,
        voice=voice,
        role=lines.role,
        words=lines.words,
        position=(last or 0) + 1,
        form_key=lines.form_key,
    )


def _home(note: Note) -> UUID:
    return session.get_one(CareLeaver, note.care_leaver_id).team_id


def _as_it_was(passage: Passage) -> EarlierPassage:
    """Its author's alone, unless its reader has had it before them: nothing changes silently."""
    seen = passage.released_at is not None
    return EarlierPassage(
        care_leaver_id=passage.care_leaver_id,
        author_id=passage.author_id,
        held_by_id=passage.held_by_id,
        topic_id=passage.topic_id,
        reach=passage.reach if seen else Reach.ONLY_ME,
        released_at=passage.released_at,
        made_at=passage.last_changed_at,
        passage_id=passage.id,
        version=passage.version,
        words=passage.words,
    )


def _moved_on(note_id: UUID) -> None:
    note = session.get_one(Note, note_id, with_for_update=True, populate_existing=True)
    note.version += 1
    session.flush()
