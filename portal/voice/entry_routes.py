"""One entry of a care leaver: read it again, change it, show it to others, take it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.db import now
from portal.drafts import actions as drafts
from portal.voice import actions, asking, queries, replies, words, writing_down
from portal.voice.forms import Plain, SayMoreForm
from portal.voice.models import Entry
from portal.voice.readers import circle_of
from portal.web.fragments import page_or_fragment, see_other, wants_fragment

bp = Blueprint("voice_entry", __name__, url_prefix="/my-voice/<uuid:entry_id>")


@bp.get("/")
@care_leavers
def show(entry_id: UUID) -> ResponseReturnValue:
    answer = render_template("voice/entry.html", **_shown(queries.the_entry(entry_id)))
    replies.note_seen(entry_id)
    return answer


@bp.get("/sent")
@care_leavers
def sent(entry_id: UUID) -> ResponseReturnValue:
    return render_template("voice/sent.html", **_shown(queries.the_entry(entry_id)))


@bp.route("/edit", methods=["GET", "POST"])
@care_leavers
def edit(entry_id: UUID) -> ResponseReturnValue:
    entry, me = queries.the_entry(entry_id), somebody().account_id
    form = asking.edit_form(entry)
    if not form.validate_on_submit():
        return _editing(form, entry)
    actions.reword(me, entry_id, asking.saying(form, me))
    drafts.discard(me, me, f"edit-{entry_id}")
    flash("Changed. Only you can read how it was before.")
    return see_other(url_for("voice_entry.show", entry_id=entry_id))


@bp.post("/withdraw")
@care_leavers
def withdraw(entry_id: UUID) -> ResponseReturnValue:
    entry = queries.the_entry(entry_id)
    if not Plain().validate_on_submit():
        return _again(entry)
    actions.withdraw(somebody().account_id, entry_id)
    return _done(entry_id, "Taken back. From now on only you see it.")


@bp.post("/show-again")
@care_leavers
def show_again(entry_id: UUID) -> ResponseReturnValue:
    entry = queries.the_entry(entry_id)
    if not Plain().validate_on_submit():
        return _again(entry)
    actions.undo_withdrawing(somebody().account_id, entry_id)
    return _done(entry_id, "It is there again for those who saw it before.")


@bp.post("/answer")
@care_leavers
def answer(entry_id: UUID) -> ResponseReturnValue:
    entry, form = queries.the_entry(entry_id), SayMoreForm()
    if not form.validate_on_submit():
        return _again(entry, form=form)
    me = somebody().account_id
    replies.answer_back(me, entry_id, form.words.data, str(form.form_key.data))
    drafts.discard(me, me, f"answer-{entry_id}")
    return _done(entry_id, "Sent.")


@bp.post("/confirm")
@care_leavers
def confirm(entry_id: UUID) -> ResponseReturnValue:
    entry = queries.the_entry(entry_id)
    if not Plain().validate_on_submit():
        return _again(entry)
    writing_down.confirm_on_own_phone(somebody().account_id, entry_id)
    return _done(entry_id, "You said that it is right.")


@bp.post("/take-back-yes")
@care_leavers
def take_back_yes(entry_id: UUID) -> ResponseReturnValue:
    entry = queries.the_entry(entry_id)
    if not Plain().validate_on_submit():
        return _again(entry)
    taken = writing_down.take_back_yes(somebody().account_id, entry_id)
    if writing_down.is_gone(taken):
        flash("Your yes is taken back. It was older than 28 days, so it is gone for good.")
        return see_other(url_for("voice.index"))
    return _done(entry_id, "Your yes is taken back. Now only you and who wrote it down see it.")


@bp.post("/throw-away")
@care_leavers
def throw_away(entry_id: UUID) -> ResponseReturnValue:
    entry = queries.the_entry(entry_id)
    if not Plain().validate_on_submit():
        return _again(entry)
    writing_down.throw_away(somebody().account_id, entry)
    flash("Thrown away. Nobody can read it any more.")
    return see_other(url_for("voice.index"))


def _done(entry_id: UUID, what: str) -> Response:
    flash(what)
    return see_other(url_for("voice_entry.show", entry_id=entry_id))


def _again(entry: Entry, **more: Any) -> Response:
    shown = _shown(entry) | more
    return page_or_fragment("voice/entry.html", "voice/_answer_back.html", 422, **shown)


def _editing(form: Any, entry: Entry) -> Response:
    """What was changed elsewhere is a conflict; htmx, which shows no page of that, gets to mend."""
    status = 422 if form.is_submitted() else 200
    if form.changed_elsewhere and not wants_fragment():
        status = 409
    shown = {"form": form, "entry": entry, "draft": asking.draft_of_edit(entry)}
    return page_or_fragment("voice/edit.html", "voice/_edit.html", status, **shown)


def _shown(entry: Entry) -> dict[str, Any]:
    (said,), circle = queries.said([entry]), circle_of(entry.care_leaver_id)
    return {
        "said": said,
        "entry": entry,
        "who_sees": words.who_sees(entry, circle, said.topic),
        "what_next": words.what_next(said, circle),
        "earlier": queries.earlier_words(entry.id),
        "who_read": queries.who_read(entry),
        "may_take_back_yes": writing_down.may_take_back_yes(entry),
        "form": asking.answer_back_form(entry),
        "draft": asking.draft_of_answer_back(entry),
        "send_to": words.send_to(entry, circle),
        "gone_on": writing_down.gone_on(entry),
        "goes_at_once": writing_down.gone_on(entry) <= now(),
    }
