"""A care leaver's notes: reading them, writing in them, saying whether they are fair."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.models import Role
from portal.accounts.signed_in import me, somebody
from portal.drafts import actions as drafts
from portal.notes import asking
from portal.notes.actions import letters, passages, reading
from portal.notes.forms import PassageForm, Plain
from portal.notes.models import Note
from portal.notes.queries import letters as found
from portal.web.fragments import page_or_fragment, see_other

bp = Blueprint("notes", __name__, url_prefix="/notes")


@bp.get("/")
@care_leavers
def index() -> ResponseReturnValue:
    skip = min(max(0, request.args.get("skip", 0, type=int)), 1_000_000)
    notes = found.notes_to(somebody().account_id, skip)
    return render_template(
        "notes/index.html",
        notes=notes[: found.A_PAGE],
        older=skip + found.A_PAGE if len(notes) > found.A_PAGE else None,
        newer=max(0, skip - found.A_PAGE) if skip else None,
    )


@bp.get("/<uuid:note_id>/")
@care_leavers
def note(note_id: UUID) -> ResponseReturnValue:
    note = found.the_note(note_id)
    if note.hard_about and not request.args.get("now"):
        return render_template("notes/hard.html", shown=found.whole(note, note.care_leaver_id))
    answer = _page(note)
    reading.note_read(somebody().account_id, note_id)
    return answer


@bp.post("/<uuid:note_id>/")
@care_leavers
def write(note_id: UUID) -> ResponseReturnValue:
    note, form = found.the_note(note_id), PassageForm()
    if not form.validate_on_submit():
        return _page(note, 422, form=form)
    me = somebody().account_id
    passages.write(me, note_id, asking.lines(form))
    drafts.discard(me, me, f"note-{note_id}")
    return _back_to(note, "It stands in the note now, as your own words.")


@bp.post("/<uuid:note_id>/fair")
@care_leavers
def fair(note_id: UUID) -> ResponseReturnValue:
    note = found.the_note(note_id)
    if not Plain().validate_on_submit():
        return _page(note, 422)
    is_fair = request.form.get("fair") == "yes"
    letters.say_whether_fair(somebody().account_id, note_id, is_fair=is_fair)
    return _back_to(note, "Thank you. Who wrote it sees what you said.")


def to_read() -> int:
    """For the count at its place."""
    who = me()
    if who is None or who.role is not Role.CARE_LEAVER:
        return 0
    return found.how_many_to_read(who.account_id)


def _page(note: Note, status: int = 200, *, form: PassageForm | None = None) -> Response:
    me = somebody().account_id
    form = form or asking.passage_form(me, note, empty=True)
    page, fragment = "notes/letter.html", "notes/_write_in.html"
    return page_or_fragment(page, fragment, status, shown=found.whole(note, me), form=form)


def _back_to(note: Note, what: str) -> Response:
    flash(what)
    return see_other(url_for("notes.note", note_id=note.id, now="yes" if note.hard_about else None))
