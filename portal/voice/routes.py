"""A care leaver says something, and sees what they said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.drafts import actions as drafts
from portal.voice import actions, asking, queries, words
from portal.voice.forms import SayForm
from portal.voice.models import Entry
from portal.voice.readers import Circle, circle_of
from portal.web.fragments import page_or_fragment, see_other

bp = Blueprint("voice", __name__, url_prefix="/my-voice")


@bp.get("/")
@care_leavers
def index() -> ResponseReturnValue:
    topic_id = request.args.get("topic", type=UUID)
    return _page(asking.say_form(somebody().account_id, topic_id))


@bp.post("/")
@care_leavers
def say() -> ResponseReturnValue:
    me = somebody().account_id
    form = asking.sent_form(me)
    if not form.validate_on_submit():
        return _page(form, 422)
    entry = actions.say(me, asking.saying(form, me))
    drafts.discard(me, me, "say")
    return see_other(url_for("voice_entry.sent", entry_id=entry.id))


@bp.get("/safe")
@care_leavers
def safe() -> ResponseReturnValue:
    return page_or_fragment("voice/safe.html", "voice/_safe.html", heading=False)


@bp.get("/teams")
@care_leavers
def teams() -> ResponseReturnValue:
    circle, topic_id = circle_of(somebody().account_id), request.args.get("topic", type=UUID)
    told = words.teams_about(topic_id, circle)
    return page_or_fragment(
        "voice/teams.html", "voice/_teams.html", told=told, circle=circle, topic_id=topic_id
    )


def _page(form: SayForm, status: int = 200) -> Response:
    me, skip = somebody().account_id, max(0, request.args.get("skip", 0, type=int))
    circle, listed = circle_of(me), queries.entries_of(me, skip)
    asking.name_choices(form, circle)
    return page_or_fragment(
        "voice/index.html",
        "voice/_say.html",
        status,
        form=form,
        circle=circle,
        notes=words.notes(circle, asking.topic_of(form)),
        afterwards=words.afterwards(circle),
        draft=asking.draft_of_saying(me),
        **_list(circle, listed, skip),
    )


def _list(circle: Circle, listed: Sequence[Entry], skip: int) -> dict[str, Any]:
    shown = queries.said(listed[: queries.A_PAGE])
    return {
        "entries": [(one, words.who_sees(one.entry, circle, one.topic)) for one in shown],
        "total": queries.count_entries(somebody().account_id),
        "older": skip + queries.A_PAGE if len(listed) > queries.A_PAGE else None,
        "newer": max(0, skip - queries.A_PAGE) if skip else None,
    }
