"""A PA writes down what somebody beside them says, and hands the page over to be confirmed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff_with
from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.consent.queries import team_writing_about
from portal.drafts import actions as drafts
from portal.voice import asking, queries, words, writing_down
from portal.voice.forms import ConfirmForm, Plain
from portal.voice.models import Entry
from portal.voice.readers import circle_of
from portal.web.fragments import page_or_fragment, see_other
from portal.web.requests import keep_anyway

bp = Blueprint("voice_written", __name__, url_prefix="/people/<uuid:person_id>")
advisers = staff_with(Duty.ADVISER)
WRONG = "That is not the PIN. Tries left on this device: {left}."


@bp.get("/write-down")
@advisers
def new(person_id: UUID) -> ResponseReturnValue:
    return _asked(person_id, _form(person_id))


@bp.post("/write-down")
@advisers
def write_down(person_id: UUID) -> ResponseReturnValue:
    form, me = _form(person_id), somebody().account_id
    if not form.validate_on_submit():
        return _asked(person_id, form, 422)
    entry = writing_down.write_down(me, person_id, asking.saying(form, person_id))
    drafts.discard(me, person_id, "write-down")
    return see_other(url_for("voice_written.hand_over", person_id=person_id, entry_id=entry.id))


@bp.get("/written-down/<uuid:entry_id>")
@advisers
def hand_over(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    return _handed_over(queries.entry_about(person_id, entry_id), ConfirmForm())


@bp.post("/written-down/<uuid:entry_id>")
@advisers
def confirm(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    entry, form = queries.entry_about(person_id, entry_id), ConfirmForm()
    if not form.validate_on_submit():
        return _handed_over(entry, form, 422)
    wrong = writing_down.confirm_here(entry, form.pin.data or "")
    if wrong is None:
        return see_other(url_for("voice_written.hand_over", person_id=person_id, entry_id=entry.id))
    keep_anyway()
    form.pin.errors = [WRONG.format(left=wrong.left)]
    return _handed_over(entry, form, 422)


@bp.post("/written-down/<uuid:entry_id>/throw-away")
@advisers
def throw_away(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    entry = queries.entry_about(person_id, entry_id)
    if not Plain().validate_on_submit():
        return _handed_over(entry, ConfirmForm(formdata=None), 422)
    writing_down.throw_away(somebody().account_id, entry)
    flash("Thrown away.")
    return see_other(url_for("voice_written.new", person_id=person_id))


def _form(person_id: UUID) -> Any:
    circle = circle_of(person_id)
    team_writing_about(person_id)
    return asking.write_down_form(somebody().account_id, person_id, circle)


def _asked(person_id: UUID, form: Any, status: int = 200) -> Response:
    circle = circle_of(person_id)
    page, fragment = "voice/write_down.html", "voice/_write_down.html"
    name = queries.name_of(person_id)
    shown = {"form": form, "person_id": person_id, "name": name, "notes": words.notes(circle)}
    draft = asking.draft_of_writing_down(somebody().account_id, person_id)
    return page_or_fragment(page, fragment, status, draft=draft, **shown)


def _handed_over(entry: Entry, form: ConfirmForm, status: int = 200) -> Response:
    (said,) = queries.said([entry])
    return page_or_fragment(
        "voice/hand_over.html",
        "voice/_hand_over.html",
        status,
        said=said,
        form=form,
        left=writing_down.tries_left(entry.id),
        until=writing_down.gone_on(entry),
    )
