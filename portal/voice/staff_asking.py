"""What staff fill in on an entry. A page may hold many, so each field is named for its own."""

from __future__ import annotations

from typing import Any, TypeVar

from portal.accounts.signed_in import somebody
from portal.drafts.models import Draft
from portal.drafts.queries import draft_of
from portal.promises.forms import PromiseForm
from portal.voice.forms import AnswerForm
from portal.voice.models import Entry
from portal.voice.readers import circle_of

AForm = TypeVar("AForm", AnswerForm, PromiseForm)


def draft_of_answer(entry: Entry) -> Draft | None:
    return draft_of(somebody().account_id, entry.care_leaver_id, f"answer-{entry.id}")


def answer_form(entry: Entry, *, empty: bool = False) -> AnswerForm:
    """As it was left, until it is sent."""
    draft = draft_of_answer(entry) if empty else None
    typed: dict[str, Any] = {"words": draft.typed.get("words", "")} if draft else {}
    form = AnswerForm(formdata=None, data=typed) if empty else AnswerForm()
    return _named_for(entry, form, "answer")


def promise_form(entry: Entry, *, empty: bool = False) -> PromiseForm:
    form = PromiseForm(formdata=None) if empty else PromiseForm()
    me = somebody()
    form.by.offer([(str(me.account_id), f"{me.name} (me)"), *_others(entry)])
    return _named_for(entry, form, "promise")


def _others(entry: Entry) -> list[tuple[str, str]]:
    """Those of leaving care who may promise something themselves."""
    circle = circle_of(entry.care_leaver_id)
    people = [one for one in (circle.adviser, circle.cover, *circle.managers) if one]
    me = somebody().account_id
    return [(str(one.id), one.name) for one in people if one.id != me]


def _named_for(entry: Entry, form: AForm, what: str) -> AForm:
    for field in form:
        field.id = f"{what}-{field.name}-{entry.id}"
    return form
