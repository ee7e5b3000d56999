"""Administrators: how long a yes lasts, and whether an adult is asked too."""

from __future__ import annotations

from flask import Blueprint, Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff_with
from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.consent.queries.terms import terms
from portal.council.actions.terms import set_terms
from portal.council.forms.terms import NO, YES, SetTerms
from portal.council.queries.terms import set_before
from portal.web.fragments import see_other

bp = Blueprint("terms", __name__, url_prefix="/admin/terms")
administrators = staff_with(Duty.ADMINISTRATOR)


@bp.get("/")
@administrators
def index() -> ResponseReturnValue:
    now = terms()
    return _page(SetTerms(months=str(now.months), asks_adult=YES if now.asks_adult else NO), 200)


@bp.post("/")
@administrators
def keep() -> ResponseReturnValue:
    form = SetTerms()
    if not form.validate_on_submit():
        return _page(form, 422)
    asks_adult = form.asks_adult.data == YES
    set_terms(int(form.months.data or 0), asks_adult=asks_adult, by=somebody().account_id)
    flash("Saved. It counts for every yes from now on.")
    return see_other(url_for("terms.index"))


def _page(form: SetTerms, status: int) -> Response:
    page = render_template("council/terms.html", form=form, before=set_before())
    return make_response(page, status)
