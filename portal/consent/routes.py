"""What a care leaver is shown of who sees what."""

from __future__ import annotations

from flask import Blueprint, Flask, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.config import Settings
from portal.consent import reading

bp = Blueprint("consent", __name__)


@bp.get("/who-looked/")
@care_leavers
def who_looked() -> ResponseReturnValue:
    skip = request.args.get("skip", 0, type=int)
    skip = min(max(0, skip), 1_000_000)
    found = reading.looks(skip)
    return render_template(
        "consent/who_looked.html",
        days=reading.by_day(found[: reading.A_PAGE]),
        older=skip + reading.A_PAGE if len(found) > reading.A_PAGE else None,
        newer=max(0, skip - reading.A_PAGE) if skip else None,
    )


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
