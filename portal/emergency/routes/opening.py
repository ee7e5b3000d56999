"""The form that opens a record in an emergency. It knows nothing of the page before it."""

from __future__ import annotations

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.signed_in import somebody
from portal.consent.models import EmergencyAccess
from portal.emergency.actions import trying
from portal.emergency.forms import EmergencyForm
from portal.emergency.queries import finding, tries
from portal.emergency.routes.blueprint import bp, may_open
from portal.web.dates import day_and_time
from portal.web.fragments import see_other

# One sentence for a miss and for what waits: which of the two it was is not for whoever tried.
NOTHING = "Nothing is open. Either this fits nobody here, or another manager has to say yes first."


@bp.get("/")
@may_open
def index() -> ResponseReturnValue:
    return _page(EmergencyForm(), 200)


@bp.post("/")
@may_open
def open_() -> ResponseReturnValue:
    form = EmergencyForm()
    if not form.validate_on_submit():
        return _page(form, 422)
    return _went(trying.try_to_open(somebody().account_id, form.wanted()))


def _went(opened: EmergencyAccess | None) -> Response:
    if opened is None:
        flash(NOTHING)
        return see_other(url_for("emergency.index"))
    flash(f"Open for you until {day_and_time(opened.end_at)}.")
    return see_other(url_for("casefile.person", person_id=opened.care_leaver_id))


def _page(form: EmergencyForm, status: int) -> Response:
    me = somebody().account_id
    left = max(0, trying.MOST_A_DAY - finding.tries_today(me))
    shown = {"form": form, "open_now": tries.open_now(me), "left": left}
    return make_response(render_template("emergency/index.html", **shown), status)
