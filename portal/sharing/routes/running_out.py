"""Yeses that end: said again, or left. Nothing renews itself."""

from __future__ import annotations

from flask import Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.accounts.signed_in import somebody
from portal.consent.queries import choices
from portal.sharing import ending, keeping
from portal.sharing.ending import Ending
from portal.sharing.forms import ChoosingForm
from portal.sharing.routes.blueprint import bp
from portal.sharing.routes.board import around
from portal.web.fragments import see_other


@bp.get("/running-out/")
@care_leavers
def running_out() -> ResponseReturnValue:
    return _page(_found(), keeping.choosing_form())


@bp.post("/running-out/")
@care_leavers
def say_again() -> ResponseReturnValue:
    found, form, me = _found(), keeping.choosing_form(), somebody().account_id
    if not form.validate_on_submit():
        return _page(found, form, 422)
    until = None if request.form.get("then") == "end" else form.until
    wishes = ending.again(found, set(request.form.getlist("ending")), until)
    receipt = keeping.keep_all(me, form, wishes)
    if receipt is None:
        flash("You ticked nothing, so nothing was changed.")
        return see_other(url_for("sharing.running_out"))
    return see_other(url_for("sharing.saved", receipt_id=receipt.id))


def _found() -> list[Ending]:
    return ending.named(choices.running_out(somebody().account_id))


def _page(found: list[Ending], form: ChoosingForm, status: int = 200) -> Response:
    beside = around(somebody().account_id)
    page = render_template("sharing/running_out.html", found=found, form=form, **beside)
    return make_response(page, status)
