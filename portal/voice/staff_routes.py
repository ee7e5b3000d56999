"""Staff read an entry, answer it, and promise something on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.accounts.signed_in import somebody
from portal.consent.queries import may_write_about
from portal.drafts import actions as drafts
from portal.promises import actions as promises
from portal.promises.actions import Promised
from portal.promises.forms import PromiseForm
from portal.voice import queries, replies, staff_asking, waiting
from portal.voice.forms import AnswerForm, Plain
from portal.voice.models import Entry
from portal.web.fragments import page_or_fragment, see_other_or_fragment

bp = Blueprint("voice_staff", __name__, url_prefix="/people/<uuid:person_id>/said/<uuid:entry_id>")
FRAGMENT = "voice/_entry_for_staff.html"
SENT = "Sent. They can read it now."
# Says nothing of whether it waits: that is between them and leaving care.
SENT_BESIDE = f"{SENT} If they asked leaving care for an answer, that stays to be given."


@bp.get("/")
@staff
def entry(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    answer = _page(queries.entry_about(person_id, entry_id))
    waiting.mark_read([entry_id])
    return answer


@bp.post("/answer")
@staff
def answer(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    found = queries.entry_about(person_id, entry_id)
    form = staff_asking.answer_form(found)
    if not form.validate_on_submit():
        return _page(found, 422, answer=form)
    me = somebody().account_id
    reply = replies.answer(me, found, form.words.data, str(form.form_key.data))
    drafts.discard(me, person_id, f"answer-{entry_id}")
    return _done(found, SENT if reply.held_by_id == found.held_by_id else SENT_BESIDE)


@bp.post("/promise")
@staff
def promise(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    found = queries.entry_about(person_id, entry_id)
    form = staff_asking.promise_form(found)
    if not form.validate_on_submit():
        return _page(found, 422, promise=form)
    promises.promise(somebody().account_id, found, _promised(form))
    return _done(found, "Promised. They can see it, and so can you.")


@bp.post("/nothing-to-answer")
@staff
def nothing_to_answer(person_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    found = queries.entry_about(person_id, entry_id)
    if not Plain().validate_on_submit():
        return _page(found, 422)
    waiting.note_nothing_to_answer(found)
    return _done(found, "It waits no more.")


def _promised(form: PromiseForm) -> Promised:
    assert form.due_on.data is not None
    return Promised(
        by_id=UUID(form.by.data),
        what=form.what.data,
        due_on=form.due_on.data,
        form_key=str(form.form_key.data),
    )


def _page(
    found: Entry,
    status: int = 200,
    *,
    answer: AnswerForm | None = None,
    promise: PromiseForm | None = None,
) -> Response:
    return page_or_fragment(
        "voice/entry_for_staff.html",
        FRAGMENT,
        status,
        answer=answer or staff_asking.answer_form(found, empty=True),
        promise=promise or staff_asking.promise_form(found, empty=True),
        promise_is_open=promise is not None,
        errors=(answer or promise) is not None,
        **_said(found),
    )


def _done(found: Entry, what: str) -> Response:
    flash(what)
    to = url_for("voice_staff.entry", person_id=found.care_leaver_id, entry_id=found.id)
    return see_other_or_fragment(to=to, fragment=FRAGMENT, **_said(found))


def _said(found: Entry) -> dict[str, Any]:
    (said,) = queries.said([found])
    # In an emergency they read and write nothing.
    reads = not may_write_about(found.care_leaver_id)
    return {"said": said, "draft": staff_asking.draft_of_answer(found), "read_only": reads}
