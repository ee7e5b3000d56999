"""What came of what somebody said: answers and promises, newest first."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.voice import news

bp = Blueprint("happened", __name__, url_prefix="/what-happened")


@bp.get("/")
@care_leavers
def index() -> ResponseReturnValue:
    skip = max(0, request.args.get("skip", 0, type=int))
    found = news.what_happened(somebody().account_id)
    return render_template(
        "voice/happened.html",
        happened=found[skip : skip + news.A_PAGE],
        total=len(found),
        older=skip + news.A_PAGE if len(found) > skip + news.A_PAGE else None,
        newer=max(0, skip - news.A_PAGE) if skip else None,
    )


def count_new() -> int:
    return news.count_new_answers(somebody().account_id)
