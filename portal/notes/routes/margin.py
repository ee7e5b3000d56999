"""The margin beside the pen: what a thoughtful colleague would say of what is being written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.notes.coach.colleague import read
from portal.notes.coach.plainer import seed
from portal.notes.forms import PassageForm, Plain
from portal.notes.queries import letters as found
from portal.notes.queries.people import names_of
from portal.text import cleaned
from portal.web.fragments import page_or_fragment

bp = Blueprint("notes_margin", __name__, url_prefix="/people/<uuid:person_id>/notes")


@bp.post("/<uuid:note_id>/margin")
@staff
def margin(person_id: UUID, note_id: UUID) -> ResponseReturnValue:
    note = found.note_about(person_id, note_id)
    status = 200 if Plain().validate_on_submit() else 422
    typed = cleaned(request.form.get("words", "")).text
    reading = read(typed, names_of(person_id), seed())
    back = url_for("notes_pen.note", person_id=person_id, note_id=note.id)
    shown: dict[str, Any] = {"reading": reading, "note": note, "back": back, "form": PassageForm()}
    return page_or_fragment("notes/margin.html", "notes/_margin.html", status, **shown)
