"""One passage: its writer says it differently. Both sides' pages follow what the other keeps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import signed_in
from portal.accounts.models import Role
from portal.accounts.signed_in import somebody
from portal.notes import asking
from portal.notes.actions import passages
from portal.notes.actions.passages import ChangedElsewhere
from portal.notes.changes import what_changed
from portal.notes.forms import RewordForm
from portal.notes.models import Note, Passage
from portal.notes.queries import letters as found
from portal.web.fragments import nothing_new, page_or_fragment, see_other, wants_fragment

bp = Blueprint("notes_passages", __name__, url_prefix="/notes/<uuid:note_id>")


@bp.get("/now")
@signed_in
def now(note_id: UUID) -> ResponseReturnValue:
    """Answers a poll: the passages, when something was kept since."""
    note = found.the_note(note_id)
    if request.args.get("v") == str(note.version) and wants_fragment():
        return nothing_new()
    shown = found.whole(note, somebody().account_id)
    return render_template("notes/_passages.html", shown=shown)


@bp.get("/passages/<uuid:passage_id>/")
@signed_in
def passage(note_id: UUID, passage_id: UUID) -> ResponseReturnValue:
    note = found.the_note(note_id)
    passage = found.passage_of(note, passage_id)
    return _page(note, passage, asking.reword_form(passage))


@bp.post("/passages/<uuid:passage_id>/")
@signed_in
def reword(note_id: UUID, passage_id: UUID) -> ResponseReturnValue:
    note = found.the_note(note_id)
    passage, form = found.passage_of(note, passage_id), RewordForm()
    if not form.validate_on_submit():
        return _page(note, passage, form, status=422)
    try:
        passages.reword(somebody().account_id, passage_id, asking.reworded(form))
    except ChangedElsewhere as moved:
        return _choose(note, moved.as_it_is, form)
    flash("Changed. How it was before is kept.")
    return see_other(_home(note))


def _choose(note: Note, passage: Passage, form: RewordForm) -> Response:
    """Both versions stay: the one that is kept is shown, the one that was typed is in the box."""
    changed = what_changed(passage.words, form.words.data or "")
    form.from_version.data = str(passage.version)
    status = 422 if wants_fragment() else 409
    return _page(note, passage, form, status=status, changed=changed)


def _page(note: Note, passage: Passage, form: RewordForm, **more: Any) -> Response:
    status = more.pop("status", 200)
    layout = "layouts/staff.html"
    if somebody().role is Role.CARE_LEAVER:
        layout = "layouts/care_leaver.html"
    shown: dict[str, Any] = {"changed": [], **more, "layout": layout, "back": _home(note)}
    page, fragment = "notes/passage.html", "notes/_passage_form.html"
    return page_or_fragment(page, fragment, status, note=note, passage=passage, form=form, **shown)


def _home(note: Note) -> str:
    if somebody().role is Role.CARE_LEAVER:
        return url_for("notes.note", note_id=note.id, now="yes")
    return url_for("notes_pen.note", person_id=note.care_leaver_id, note_id=note.id)
