"""What waits for whoever looks, the most pressing first."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.accounts.signed_in import somebody
from portal.voice.inbox import waiting_for

bp = Blueprint("inbox", __name__, url_prefix="/inbox")


@bp.get("/")
@staff
def index() -> ResponseReturnValue:
    waits = waiting_for(somebody().account_id)
    return render_template(
        "casefile/inbox.html",
        pressing=[one for one in waits if one.pressing],
        others=[one for one in waits if not one.pressing],
    )
