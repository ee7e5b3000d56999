"""Tries at people outside of an allocation, and what managers read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.queries import people
from portal.accounts.signed_in import somebody
from portal.emergency.actions import reviewing
from portal.emergency.forms import EndForm, ReviewForm
from portal.emergency.queries import outside
from portal.emergency.routes.blueprint import bp, managers
from portal.web.fragments import see_other

AT = "/refused/<uuid:staff_id>/<uuid:whom_id>"


@bp.get(AT)
@managers
def refused(staff_id: UUID, whom_id: UUID) -> ResponseReturnValue:
    return _page(staff_id, whom_id, 200)


@bp.post(f"{AT}/review")
@managers
def review_refused(staff_id: UUID, whom_id: UUID) -> ResponseReturnValue:
    tried, form = outside.refused_between(staff_id, whom_id), ReviewForm()
    if not form.validate_on_submit():
        return _page(staff_id, whom_id, 422, review=form)
    new = [one for one in tried if one.reviewed_at is None]
    reviewing.review(new, by=somebody().account_id, inquiry=form.asks)
    return _done()


@bp.post(f"{AT}/end")
@managers
def end_refused(staff_id: UUID, whom_id: UUID) -> ResponseReturnValue:
    tried, form = outside.refused_between(staff_id, whom_id), EndForm()
    if not form.validate_on_submit():
        return _page(staff_id, whom_id, 422, end=form)
    under = [one for one in tried if one.inquiry]
    reviewing.end_inquiry(under, by=somebody().account_id, came_to=form.came_to.data or "")
    return _done()


@bp.get("/reading/<uuid:staff_id>")
@managers
def reading(staff_id: UUID) -> ResponseReturnValue:
    read, who = outside.reads_of(staff_id), people.one_of_staff(staff_id)
    return render_template("emergency/reading.html", who=who, read=read)


def _done() -> Response:
    flash("Kept.")
    return see_other(url_for("emergency.listing"))


def _page(staff_id: UUID, whom_id: UUID, status: int, **sent: Any) -> Response:
    tried = outside.refused_between(staff_id, whom_id)
    inquiry = next((one for one in tried if one.inquiry), None)
    shown = {
        "tried": tried,
        "who": people.one_of_staff(staff_id),
        "whom": people.one(whom_id),
        "is_own": staff_id == somebody().account_id,
        "inquiry": inquiry,
        "to_review": any(one.reviewed_at is None for one in tried),
        "review": sent.get("review") or ReviewForm(formdata=None),
        "end": sent.get("end") or EndForm(formdata=None),
        "errors": bool(sent),
    }
    return make_response(render_template("emergency/refused.html", **shown), status)
