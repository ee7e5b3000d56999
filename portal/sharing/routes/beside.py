"""A PA writes down what somebody beside them chooses, and hands the page over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from portal.accounts.guards import staff_with
from portal.accounts.models import CareLeaver, Duty
from portal.accounts.signed_in import somebody
from portal.consent.actions import recording
from portal.consent.models import WaitingChoice
from portal.consent.queries import team_writing_about
from portal.consent.queries.boards import board
from portal.db import session
from portal.sharing import cells, keeping, showing, texts, written_down
from portal.sharing.forms import ChoosingForm, PinForm, Plain
from portal.web.fragments import see_other
from portal.web.requests import keep_anyway

bp = Blueprint("beside", __name__, url_prefix="/people/<uuid:person_id>/choices")
leaving_care = staff_with(Duty.ADVISER, Duty.MANAGER)
WRONG = "That is not the PIN. Tries left on this device: {left}."


@bp.get("/")
@leaving_care
def new(person_id: UUID) -> ResponseReturnValue:
    session.get_one(CareLeaver, person_id)
    team_writing_about(person_id)
    return _asked(person_id, keeping.choosing_form())


@bp.post("/")
@leaving_care
def record(person_id: UUID) -> ResponseReturnValue:
    session.get_one(CareLeaver, person_id)
    form = keeping.choosing_form()
    if not form.validate_on_submit():
        return _asked(person_id, form, 422, request.form)
    try:
        recorded = keeping.record(somebody().account_id, person_id, form, request.form)
    except cells.ChangedElsewhere:
        form.say_that_it_changed()
        return _asked(person_id, form, 409, request.form)
    return _went_on(person_id, recorded)


@bp.get("/<uuid:waiting_id>/")
@leaving_care
def hand_over(person_id: UUID, waiting_id: UUID) -> ResponseReturnValue:
    return _handed_over(_the_waiting(person_id, waiting_id), PinForm())


@bp.post("/<uuid:waiting_id>/")
@leaving_care
def confirm(person_id: UUID, waiting_id: UUID) -> ResponseReturnValue:
    waiting, form = _the_waiting(person_id, waiting_id), PinForm()
    if not form.validate_on_submit():
        return _handed_over(waiting, form, 422)
    left = recording.confirm_waiting_here(waiting_id, form.pin.data or "")
    if left is None:
        return see_other(url_for("beside.hand_over", person_id=person_id, waiting_id=waiting_id))
    keep_anyway()
    form.pin.errors = [WRONG.format(left=left)]
    return _handed_over(waiting, form, 422)


@bp.post("/<uuid:waiting_id>/throw-away")
@leaving_care
def throw_away(person_id: UUID, waiting_id: UUID) -> ResponseReturnValue:
    waiting = _the_waiting(person_id, waiting_id)
    if not Plain().validate_on_submit():
        return _handed_over(waiting, PinForm(formdata=None), 422)
    recording.refuse_waiting(somebody().account_id, waiting_id)
    flash("Thrown away. It never counted.")
    return see_other(url_for("beside.new", person_id=person_id))


def _went_on(person_id: UUID, recorded: recording.Recorded) -> Response:
    if recorded.not_now_counts:
        flash("The not now counts from now on. They are told on their own phone.")
    if recorded.waiting is None:
        if not recorded.not_now_counts:
            flash("Nothing was changed.")
        return see_other(url_for("beside.new", person_id=person_id))
    waiting_id = recorded.waiting.id
    return see_other(url_for("beside.hand_over", person_id=person_id, waiting_id=waiting_id))


def _the_waiting(person_id: UUID, waiting_id: UUID) -> WaitingChoice:
    """When it is about this person; as if it were not there, else."""
    same = WaitingChoice.id == waiting_id, WaitingChoice.care_leaver_id == person_id
    return session.scalars(select(WaitingChoice).where(*same)).one()


def _asked(
    person_id: UUID,
    form: ChoosingForm,
    status: int = 200,
    sent: Mapping[str, str] = showing.NOTHING_SENT,
) -> Response:
    theirs = board(person_id)
    asked = texts.PURPOSES.items()
    purposes = [(text, showing.purpose(theirs, which, sent)) for which, text in asked]
    context: dict[str, Any] = {"person_id": person_id, "form": form, "texts": texts}
    context |= {"teams": showing.teams(theirs, sent), "purposes": purposes}
    context["name"] = session.get_one(CareLeaver, person_id).name
    return make_response(render_template("sharing/beside.html", **context), status)


def _handed_over(waiting: WaitingChoice, form: PinForm, status: int = 200) -> Response:
    shown = written_down.shown(waiting)
    page = render_template("sharing/hand_over.html", shown=shown, form=form)
    return make_response(page, status)
