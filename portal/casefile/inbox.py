"""What waits for whoever looks, the most pressing first."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.accounts.signed_in import somebody
from portal.voice import inbox

bp = Blueprint("inbox", __name__, url_prefix="/inbox")
FURTHEST = 1_000_000


@bp.get("/")
@staff
def index() -> ResponseReturnValue:
    skip = request.args.get("skip", 0, type=int)
    return render_template("casefile/inbox.html", **_page(min(max(0, skip), FURTHEST)))


def _page(skip: int) -> dict[str, Any]:
    me = somebody().account_id
    waits, total = inbox.waiting_for(me, skip), inbox.count_waiting(me)
    pressing, end = inbox.count_pressing(me), skip + len(waits)
    return {
        "groups": [
            ("Worries, and people who want to talk", pressing, [w for w in waits if w.pressing]),
            ("Other things that wait", total - pressing, [w for w in waits if not w.pressing]),
        ],
        "words": f"{skip + 1} to {end} of {total}" if total > len(waits) else "",
        "newer": max(0, skip - inbox.A_PAGE) if skip else None,
        "older": skip + inbox.A_PAGE if end < total else None,
        "waits_at_all": total > 0,
    }
