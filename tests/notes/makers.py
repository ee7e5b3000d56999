"""Notes and passages as people make them, each in a session of its own."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import CareLeaverViewer, StaffViewer
from portal.db import acting_as, clock
from portal.notes.actions import letters, passages
from portal.notes.actions.letters import Heading
from portal.notes.actions.passages import Lines, Reworded
from portal.notes.models import Contact, Note, Passage

TO_AMINA = "Amina, it was good to see your new room."


def acting(who: CareLeaver | Staff) -> AbstractContextManager[Session]:
    if isinstance(who, CareLeaver):
        return acting_as(CareLeaverViewer(now=clock(), care_leaver_id=who.id), writes=True)
    return acting_as(StaffViewer(now=clock(), staff_id=who.id), writes=True)


def begun(by: Staff, to: CareLeaver, **more: Any) -> Note:
    heading: dict[str, Any] = {"title": "Your new room", "contact": Contact.IN_PERSON}
    heading |= {"day": date(2026, 3, 3), "form_key": str(uuid4())} | more
    with acting(by):
        return letters.begin(by.id, to.id, Heading(**heading))


def wrote(who: CareLeaver | Staff, note: Note, words: str = TO_AMINA, role: str = "") -> Passage:
    with acting(who):
        lines = Lines(words=words, form_key=str(uuid4()), role=role)
        return passages.write(who.id, note.id, lines)


def reworded(who: CareLeaver | Staff, passage_id: UUID, words: str, from_version: int) -> Passage:
    with acting(who):
        return passages.reword(who.id, passage_id, Reworded(words, from_version))


def opened_together(by: Staff, note: Note) -> Note:
    with acting(by):
        return letters.open_together(by.id, note.id)


def sent(by: Staff, note: Note) -> Note:
    with acting(by):
        return letters.send(by.id, note.id)
