"""What somebody wrote down beside me: right or not; and a not now of mine that I take back."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import NoResultFound

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.actions import recording
from portal.consent.models import WaitingChoice
from portal.db import session
from portal.sharing import keeping, written_down
from portal.sharing.forms import Plain
from portal.sharing.kept import kept_with
from portal.sharing.routes.blueprint import bp
from portal.web.fragments import see_other


@bp.get("/waiting/<uuid:waiting_id>/")
@care_leavers
def waiting(waiting_id: UUID) -> ResponseReturnValue:
    return _page(session.get_one(WaitingChoice, waiting_id))


@bp.post("/waiting/<uuid:waiting_id>/")
@care_leavers
def confirm_waiting(waiting_id: UUID) -> ResponseReturnValue:
    found = session.get_one(WaitingChoice, waiting_id)
    if not Plain().validate_on_submit():
        return _page(found, 422)
    receipt = recording.confirm_waiting(somebody().account_id, waiting_id)
    if receipt is None:
        flash("It is like this already.")
        return see_other(url_for("sharing.index"))
    return see_other(url_for("sharing.saved", receipt_id=receipt.id))


@bp.post("/waiting/<uuid:waiting_id>/not-mine")
@care_leavers
def refuse_waiting(waiting_id: UUID) -> ResponseReturnValue:
    found = session.get_one(WaitingChoice, waiting_id)
    if not Plain().validate_on_submit():
        return _page(found, 422)
    recording.refuse_waiting(somebody().account_id, waiting_id)
    flash("Thrown away. It never counted.")
    return see_other(url_for("sharing.index"))


@bp.post("/saved/<uuid:receipt_id>/undo")
@care_leavers
def undo(receipt_id: UUID) -> ResponseReturnValue:
    """Say yes again, where somebody wrote down a not now. The form names the cell."""
    kept, me = kept_with(receipt_id), somebody().account_id
    line = next((one for one in kept.lines if one.field == request.form.get("undo")), None)
    if line is None:
        raise NoResultFound
    if not Plain().validate_on_submit():
        flash("Please try again.")
        return see_other(url_for("sharing.saved", receipt_id=receipt_id))
    receipt = recording.undo_not_now(me, line.choice.id, keeping.text_shown(me, {}))
    to = receipt.id if receipt else receipt_id
    return see_other(url_for("sharing.saved", receipt_id=to))


def _page(found: WaitingChoice, status: int = 200) -> Response:
    shown = written_down.shown(found)
    page = render_template("sharing/waiting.html", shown=shown, form=Plain(formdata=None))
    return make_response(page, status)
