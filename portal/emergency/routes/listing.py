"""What a manager sees of who opened whom, who tried to, and what care leavers ask about it."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.consent.questions import queries as questions
from portal.emergency.queries import asked, outside, tries
from portal.emergency.routes.blueprint import bp, managers


@bp.get("/list")
@managers
def listing() -> ResponseReturnValue:
    me = somebody().account_id
    return render_template(
        "emergency/list.html",
        questions=asked.to_answer(me),
        tried=tries.to_look_at(me),
        refused=outside.refused(me),
        reads=outside.reads(),
    )


@bp.get("/list/done")
@managers
def done() -> ResponseReturnValue:
    skip = min(max(0, request.args.get("skip", 0, type=int)), 1_000_000)
    found = tries.looked_at(somebody().account_id, skip)
    return render_template(
        "emergency/done.html",
        tried=found[: tries.A_PAGE],
        newer=max(0, skip - tries.A_PAGE) if skip else None,
        older=skip + tries.A_PAGE if len(found) > tries.A_PAGE else None,
    )


def is_manager() -> bool:
    return Duty.MANAGER in somebody().duties


def how_many_wait() -> int:
    """For the place that leads here."""
    me = somebody().account_id
    waiting = tries.how_many_wait(me) + outside.how_many_wait(me)
    return waiting + questions.how_many_to_answer(but_not_about=me)
