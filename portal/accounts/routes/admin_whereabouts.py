"""Administrators: that a care leaver works here too, and that one left or died."""

from __future__ import annotations

from uuid import UUID

from flask import flash, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import whereabouts as actions
from portal.accounts.forms.admin import AlsoStaff
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.models import CareLeaver
from portal.accounts.queries import people
from portal.accounts.routes.admin import administrators, bp
from portal.accounts.signed_in import somebody
from portal.errors import Conflict
from portal.web.fragments import see_other


@bp.get("/care-leavers/<uuid:care_leaver_id>/also-staff")
@administrators
def also_staff(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    return render_template("accounts/admin/also_staff.html", person=person, form=AlsoStaff())


@bp.post("/care-leavers/<uuid:care_leaver_id>/also-staff")
@administrators
def note_also_staff(care_leaver_id: UUID) -> ResponseReturnValue:
    person, form = people.one(care_leaver_id), AlsoStaff()
    if not (form.validate_on_submit() and _noted(form, person)):
        return render_template("accounts/admin/also_staff.html", person=person, form=form), 422
    flash("Noted. They are told. At work they see nothing of themselves from now on.")
    return see_other(url_for("admin.care_leaver", care_leaver_id=care_leaver_id))


@bp.get("/care-leavers/<uuid:care_leaver_id>/gone")
@administrators
def gone(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    return render_template("accounts/admin/gone.html", person=person, form=PlainForm())


@bp.post("/care-leavers/<uuid:care_leaver_id>/gone")
@administrators
def note_gone(care_leaver_id: UUID) -> ResponseReturnValue:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    actions.note_gone(people.one(care_leaver_id).id)
    flash("Noted. Every yes of theirs has ended.")
    return see_other(url_for("admin.care_leaver", care_leaver_id=care_leaver_id))


def _noted(form: AlsoStaff, person: CareLeaver) -> bool:
    try:
        actions.also_staff(person.id, form.email.data, by=somebody().account_id)
    except Conflict as refused:
        form.email.errors = [refused.what]
        return False
    return True
