"""Staff begin a note, write in it, open it to its reader and send it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.accounts.signed_in import somebody
from portal.consent.queries import team_writing_about
from portal.drafts import actions as drafts
from portal.notes import asking
from portal.notes.actions import letters, passages
from portal.notes.forms import HeadingForm, PassageForm, Plain
from portal.notes.models import Note
from portal.notes.queries import letters as found
from portal.notes.queries.people import name_of
from portal.web.fragments import page_or_fragment, see_other

bp = Blueprint("notes_pen", __name__, url_prefix="/people/<uuid:person_id>/notes")


@bp.get("/new")
@staff
def new(person_id: UUID) -> ResponseReturnValue:
    name, _ = name_of(person_id), team_writing_about(person_id)
    return _asked(person_id, name, asking.heading_form())


@bp.post("/new")
@staff
def begin(person_id: UUID) -> ResponseReturnValue:
    name, form = name_of(person_id), asking.heading_form()
    if not form.validate_on_submit():
        return _asked(person_id, name, form, 422)
    note = letters.begin(somebody().account_id, person_id, asking.heading(form))
    return _back_to(note)


@bp.get("/<uuid:note_id>/")
@staff
def note(person_id: UUID, note_id: UUID) -> ResponseReturnValue:
    return _page(found.note_about(person_id, note_id))


@bp.post("/<uuid:note_id>/")
@staff
def write(person_id: UUID, note_id: UUID) -> ResponseReturnValue:
    note, form = found.note_about(person_id, note_id), PassageForm()
    if not form.validate_on_submit():
        return _page(note, 422, form=form)
    me = somebody().account_id
    passages.write(me, note_id, asking.lines(form))
    drafts.discard(me, person_id, f"note-{note_id}")
    return _back_to(note)


@bp.post("/<uuid:note_id>/together")
@staff
def together(person_id: UUID, note_id: UUID) -> ResponseReturnValue:
    note = found.note_about(person_id, note_id)
    if not Plain().validate_on_submit():
        return _page(note, 422)
    letters.open_together(somebody().account_id, note_id)
    flash("Open to both of you. What you keep here, they can read at once.")
    return _back_to(note)


@bp.post("/<uuid:note_id>/send")
@staff
def send(person_id: UUID, note_id: UUID) -> ResponseReturnValue:
    note = found.note_about(person_id, note_id)
    if not Plain().validate_on_submit():
        return _page(note, 422)
    letters.send(somebody().account_id, note_id)
    flash("Sent. They can read it now.")
    return _back_to(note)


@bp.post("/<uuid:note_id>/fair")
@staff
def fair(person_id: UUID, note_id: UUID) -> ResponseReturnValue:
    note = found.note_about(person_id, note_id)
    if not Plain().validate_on_submit():
        return _page(note, 422)
    letters.say_whether_fair(somebody().account_id, note_id, is_fair=True)
    return _back_to(note)


def _asked(person_id: UUID, name: str, form: HeadingForm, status: int = 200) -> Response:
    page, fragment = "notes/new.html", "notes/_heading.html"
    return page_or_fragment(page, fragment, status, form=form, person_id=person_id, name=name)


def _page(note: Note, status: int = 200, *, form: PassageForm | None = None) -> Response:
    me = somebody().account_id
    shown: dict[str, Any] = {
        "shown": found.whole(note, me),
        "form": form or asking.passage_form(me, note, empty=True),
        "is_mine": note.author_id == me,
    }
    return page_or_fragment("notes/pen.html", "notes/_pen.html", status, **shown)


def _back_to(note: Note) -> Response:
    to = url_for("notes_pen.note", person_id=note.care_leaver_id, note_id=note.id)
    return see_other(to)
