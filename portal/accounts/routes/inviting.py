"""How somebody comes in, for their adviser and managers: a link, and phones that can be ended."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import invitations
from portal.accounts.actions import phones as phone_actions
from portal.accounts.actions.invitations import Made
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.guards import staff_with
from portal.accounts.models import Duty
from portal.accounts.queries import invitations as standing
from portal.accounts.queries import people
from portal.accounts.queries import phones as remembered
from portal.accounts.routes.blueprint import bp
from portal.accounts.routes.links import shown
from portal.accounts.signed_in import somebody
from portal.web.fragments import see_other

inviters = staff_with(Duty.ADVISER, Duty.MANAGER)


@bp.get("/people/<uuid:care_leaver_id>/invite")
@inviters
def invite(care_leaver_id: UUID) -> ResponseReturnValue:
    return _page(care_leaver_id, PlainForm())


@bp.post("/people/<uuid:care_leaver_id>/invite")
@inviters
def make_invitation(care_leaver_id: UUID) -> ResponseReturnValue:
    form = PlainForm()
    people.one(care_leaver_id)
    if not form.validate_on_submit():
        return _page(care_leaver_id, form, status=422)
    made = invitations.make(care_leaver_id, by_staff=somebody().account_id)
    return _page(care_leaver_id, form, made)


@bp.post("/people/<uuid:care_leaver_id>/phones/<uuid:phone_id>/end")
@inviters
def end_phone(care_leaver_id: UUID, phone_id: UUID) -> ResponseReturnValue:
    people.one(care_leaver_id)
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    phone_actions.strike_off(phone_id)
    flash("That phone is ended. They are told.")
    return see_other(url_for("accounts.invite", care_leaver_id=care_leaver_id))


def _page(
    care_leaver_id: UUID, form: PlainForm, made: Made | None = None, status: int = 200
) -> Response:
    page = render_template(
        "accounts/invite.html",
        person=people.one(care_leaver_id),
        standing=standing.latest(care_leaver_id),
        phones=remembered.of(care_leaver_id),
        made=shown(made) if made else None,
        form=form,
    )
    return make_response(page, status)
