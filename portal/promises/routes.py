"""Keeping and changing a promise: staff do, and the care leaver sees it."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Flask, flash, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff
from portal.accounts.signed_in import somebody
from portal.config import Settings
from portal.promises import actions, queries
from portal.promises.forms import ChangeForm, KeepForm
from portal.promises.models import Promise
from portal.web.fragments import see_other

bp = Blueprint("promises", __name__, url_prefix="/people/<uuid:person_id>/promises")


@bp.post("/<uuid:promise_id>/keep")
@staff
def keep(person_id: UUID, promise_id: UUID) -> ResponseReturnValue:
    found, form = queries.the_promise(person_id, promise_id), KeepForm()
    if not form.validate_on_submit():
        return _page(found, form=ChangeForm(formdata=None, obj=found), errors=form.mends), 422
    actions.keep(somebody().account_id, promise_id)
    flash("Kept. They can see that.")
    return see_other(_back(found))


@bp.route("/<uuid:promise_id>/change", methods=["GET", "POST"])
@staff
def change(person_id: UUID, promise_id: UUID) -> ResponseReturnValue:
    found = queries.the_promise(person_id, promise_id)
    form = ChangeForm(obj=found)
    if not form.validate_on_submit():
        return _page(found, form=form), 422 if form.is_submitted() else 200
    me, typed = somebody().account_id, form.data
    actions.change(me, promise_id, typed["what"], typed["due_on"], typed["reason"])
    flash("Changed. They see what it was before, and why.")
    return see_other(_back(found))


def _page(found: Promise, **context: object) -> str:
    (shown,) = queries.shown([found])
    return render_template("promises/change.html", shown=shown, back=_back(found), **context)


def _back(found: Promise) -> str:
    """The entry on which it was promised."""
    return url_for("voice_staff.entry", person_id=found.care_leaver_id, entry_id=found.entry_id)


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
