"""Fills the forms of a note with what can be chosen and with what was begun."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from portal import hours
from portal.accounts.queries import topics
from portal.db import now
from portal.drafts.queries import draft_of
from portal.notes.actions.letters import Heading
from portal.notes.actions.passages import Lines, Reworded
from portal.notes.forms import HeadingForm, PassageForm, RewordForm
from portal.notes.models import Contact, Note, Passage


def heading_form(note: Note | None = None) -> HeadingForm:
    form = HeadingForm(data=_as_it_is(note)) if note else HeadingForm()
    if form.day.data is None:
        form.day.process_data(hours.local(now()).date())
    form.topic.offer([(str(topic.id), topic.name.capitalize()) for topic in topics.offered()])
    return form


def heading(form: HeadingForm) -> Heading:
    assert form.day.data is not None
    return Heading(
        title=form.title.data or "",
        day=form.day.data,
        contact=Contact(form.contact.data),
        form_key=str(form.form_key.data),
        purpose=form.purpose.data or "",
        topic_id=UUID(form.topic.data) if form.topic.data else None,
        hard_about=form.hard_about.data or None,
    )


def passage_form(me: UUID, note: Note, *, empty: bool = False) -> PassageForm:
    """As it was left, on whatever device, until it is kept."""
    if not empty:
        return PassageForm()
    draft = draft_of(me, note.care_leaver_id, f"note-{note.id}")
    typed: dict[str, Any] = dict(draft.typed) if draft else {}
    data = {"words": typed.get("words", ""), "role": typed.get("role", "")}
    return PassageForm(formdata=None, data=data)


def lines(form: PassageForm) -> Lines:
    return Lines(
        words=form.words.data or "", form_key=str(form.form_key.data), role=form.role.data or ""
    )


def reword_form(passage: Passage) -> RewordForm:
    return RewordForm(data={"words": passage.words, "from_version": str(passage.version)})


def reworded(form: RewordForm) -> Reworded:
    """Made from no version that ever was, when that did not arrive."""
    typed = str(form.from_version.data or "")
    version = int(typed) if typed.isdecimal() and len(typed) < 9 else 0
    return Reworded(form.words.data or "", version)


def _as_it_is(note: Note) -> dict[str, Any]:
    return {
        "title": note.title,
        "day": note.day,
        "contact": note.contact,
        "topic": note.topic_id,
        "purpose": note.purpose,
        "hard_about": note.hard_about or "",
    }
