"""What a care leaver is shown of who looked, and what they ask about it."""

from __future__ import annotations

from flask import Blueprint, Flask, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.config import Settings
from portal.consent import reading
from portal.consent.forms import AskForm
from portal.consent.questions import actions as questions
from portal.web.dates import on_day
from portal.web.fragments import see_other, turned_away

bp = Blueprint("consent", __name__)


@bp.get("/who-looked/")
@care_leavers
def who_looked() -> ResponseReturnValue:
    skip = request.args.get("skip", 0, type=int)
    skip = min(max(0, skip), 1_000_000)
    found = reading.looks(skip)
    return render_template(
        "consent/who_looked.html",
        emergencies=[] if skip else reading.emergencies(),
        days=reading.by_day(found[: reading.A_PAGE]),
        older=skip + reading.A_PAGE if len(found) > reading.A_PAGE else None,
        newer=max(0, skip - reading.A_PAGE) if skip else None,
    )


@bp.post("/who-looked/ask")
@care_leavers
def ask() -> ResponseReturnValue:
    form = AskForm()
    if not form.validate_on_submit():
        flash("This page was open for a long time. Please ask again.")
        return turned_away(url_for("consent.who_looked"))
    asked = questions.ask(somebody().account_id, *form.look())
    flash(f"Asked. A manager answers by {on_day(asked.due_on)}, and you are told.")
    return see_other(url_for("consent.who_looked"))


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
