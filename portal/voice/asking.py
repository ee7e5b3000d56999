"""Fills the forms with what can be chosen: people by name, teams by what they may see."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from portal.accounts.about import Reach
from portal.drafts.models import Draft
from portal.drafts.queries import draft_of
from portal.text import begun_large
from portal.voice import queries
from portal.voice.actions import Saying
from portal.voice.forms import (
    EditForm,
    OneEntry,
    ReachForm,
    SayForm,
    SayMoreForm,
    WriteDownForm,
)
from portal.voice.models import Entry, Feeling, Kind, Wish
from portal.voice.readers import Circle, circle_of
from portal.voice.words import reaches

Sayable = TypeVar("Sayable", SayForm, WriteDownForm)
OFFERED = (Reach.ONLY_ME, Reach.MY_ADVISER, Reach.MY_TEAM, Reach.CHOSEN)
TICKED = ("y", "on", "true")


def say_form(me: UUID, topic_id: UUID | None = None) -> SayForm:
    """As it was left, on whatever device; else empty, with the reach chosen last."""
    draft = draft_of_saying(me)
    form = SayForm(data=_as_left(draft)) if draft else SayForm(topic=topic_id)
    if draft:
        form.form_key.process_formdata([draft.typed.get("form_key", "")])
    form.reach.data = form.reach.data or queries.reach_chosen_last(me)
    return form


def sent_form(me: UUID) -> SayForm:
    """As it was sent. Asks for no names: nobody reads this form unless it needs mending."""
    form = SayForm()
    form.reach.data = form.reach.data or queries.reach_chosen_last(me)
    form.reach.offer([(reach, reach) for reach in OFFERED])
    if form.topic.data:
        _offer_topics(form)
    return form


def name_choices(form: Sayable, circle: Circle) -> None:
    """Who could see it, by name, and what it could be about."""
    form.reach.offer(reaches(circle, topic_of(form)))
    _offer_topics(form)


def topic_of(form: OneEntry) -> UUID | None:
    """What it is about so far, when that is one of the topics there are."""
    known = {str(one.id): one.id for one in queries.topics()}
    return known.get(str(form.topic.data))


def draft_of_saying(me: UUID) -> Draft | None:
    """What was begun and not sent. What has arrived is no draft any more."""
    draft = draft_of(me, me, "say")
    if draft and queries.was_sent(me, str(draft.typed.get("form_key", ""))):
        return None
    return draft


def write_down_form(me: UUID, about: UUID, circle: Circle) -> WriteDownForm:
    draft = draft_of_writing_down(me, about)
    form = WriteDownForm(data=_as_left(draft)) if draft else WriteDownForm()
    form.reach.data = form.reach.data or Reach.MY_TEAM
    name_choices(form, circle)
    return form


def draft_of_writing_down(me: UUID, about: UUID) -> Draft | None:
    return draft_of(me, about, "write-down")


def edit_form(entry: Entry) -> EditForm:
    if draft := draft_of_edit(entry):
        form = EditForm(data=_as_left(draft))
    else:
        form = EditForm(obj=entry, topic=entry.topic_id, made_from=version_of(entry))
    form.as_it_is, form.is_shut = version_of(entry), entry.is_shut
    _offer_topics(form)
    return form


def draft_of_edit(entry: Entry) -> Draft | None:
    """What was begun since these words were kept. What is older was made from other words."""
    draft = draft_of(entry.care_leaver_id, entry.care_leaver_id, f"edit-{entry.id}")
    return draft if draft and draft.saved_at > entry.last_changed_at else None


def answer_back_form(entry: Entry) -> SayMoreForm:
    """As it was left, until it is sent."""
    draft = draft_of_answer_back(entry)
    return SayMoreForm(formdata=None, data=_as_left(draft) if draft else None)


def draft_of_answer_back(entry: Entry) -> Draft | None:
    return draft_of(entry.care_leaver_id, entry.care_leaver_id, f"answer-{entry.id}")


def reach_form(entry: Entry, circle: Circle) -> ReachForm:
    form = ReachForm(reach=entry.reach, not_for_pa=entry.not_for_id is not None)
    form.asks = entry.wish in (Wish.TALK, Wish.CHANGE)
    form.reach.offer(reaches(circle, entry.topic_id))
    form.reach.data = form.reach.data or entry.reach
    return form


def version_of(entry: Entry) -> str:
    return entry.last_changed_at.isoformat()


def saying(form: Any, about: UUID, form_key: str = "") -> Saying:
    """What was filled in, as the verbs take it."""
    return Saying(
        words=form.words.data,
        form_key=str(form.form_key.data) if "form_key" in form else form_key,
        reach=Reach(form.reach.data) if "reach" in form else Reach.MY_TEAM,
        kind=Kind(form.kind.data) if form.kind.data else None,
        topic_id=UUID(form.topic.data) if form.topic.data else None,
        feeling=Feeling(form.feeling.data) if form.feeling.data else None,
        wish=Wish(form.wish.data) if form.wish.data else None,
        not_for_id=not_for(form, about),
    )


def not_for(form: Any, about: UUID) -> UUID | None:
    left_out = "not_for_pa" in form and form.not_for_pa.data
    adviser = circle_of(about).adviser if left_out else None
    return adviser.id if adviser else None


def _offer_topics(form: OneEntry) -> None:
    form.topic.offer([(str(one.id), begun_large(one.name)) for one in queries.topics()])


def _as_left(draft: Draft) -> dict[str, Any]:
    typed: dict[str, Any] = dict(draft.typed)
    typed.pop("form_key", None)
    return typed | {"not_for_pa": typed.get("not_for_pa") in TICKED}
