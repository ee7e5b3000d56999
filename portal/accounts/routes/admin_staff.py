"""Administrators: members of staff, their duties, and their first way in."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal import config
from portal.accounts.actions import joining
from portal.accounts.actions import people as actions
from portal.accounts.forms.admin import AddStaff, BeginDuty
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.models import Duty
from portal.accounts.queries import directory, people, teams
from portal.accounts.routes.admin import administrators, bp, how_far
from portal.accounts.signed_in import somebody
from portal.errors import Conflict, NotAllowed
from portal.web.fragments import see_other


@bp.get("/staff")
@administrators
def all_staff() -> ResponseReturnValue:
    named, skip = how_far()
    found = directory.staff(named, skip)
    shown = {"people": found[: directory.A_PAGE], "named": named, "skip": skip}
    more = len(found) > directory.A_PAGE
    return render_template("accounts/admin/staff.html", more=more, **shown)


@bp.get("/staff/new")
@administrators
def new_staff() -> ResponseReturnValue:
    return render_template("accounts/admin/new_staff.html", form=AddStaff())


@bp.post("/staff")
@administrators
def add_staff() -> ResponseReturnValue:
    form = AddStaff()
    if not (form.validate_on_submit() and _added(form)):
        return render_template("accounts/admin/new_staff.html", form=form), 422
    flash("Added. Give them a duty, then make their link.")
    return see_other(url_for("admin.one_of_staff", staff_id=form.form_key.data))


@bp.get("/staff/<uuid:staff_id>")
@administrators
def one_of_staff(staff_id: UUID) -> ResponseReturnValue:
    return _page(staff_id, _duty_form(), 200)


@bp.post("/staff/<uuid:staff_id>/duties")
@administrators
def begin_duty(staff_id: UUID) -> ResponseReturnValue:
    form = _duty_form()
    person = people.one_of_staff(staff_id)
    if not (form.validate_on_submit() and _begun(form, person.id)):
        return _page(staff_id, form, 422)
    return see_other(url_for("admin.one_of_staff", staff_id=staff_id))


@bp.post("/duties/<uuid:membership_id>/end")
@administrators
def end_duty(membership_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    staff_id = people.whose_duty(membership_id)
    try:
        actions.end_membership(membership_id, by=_me())
    except Conflict as refused:
        return _refused(staff_id, refused)
    flash("Ended.")
    return see_other(url_for("admin.one_of_staff", staff_id=staff_id))


@bp.post("/staff/<uuid:staff_id>/end")
@administrators
def end_employment(staff_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    try:
        actions.end_employment(staff_id, by=_me())
    except Conflict as refused:
        return _refused(staff_id, refused)
    flash("They are out, everywhere and at once.")
    return see_other(url_for("admin.one_of_staff", staff_id=staff_id))


@bp.post("/staff/<uuid:staff_id>/invite")
@administrators
def invite_staff(staff_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    person = people.one_of_staff(staff_id)
    if person.id == _me():
        raise NotAllowed(actions.NOT_ONESELF)
    token = joining.invite(person.id, _me())
    link = config.current().public_address + url_for("accounts.join", token=token)
    return _page(staff_id, _duty_form(), 200, link)


def _added(form: AddStaff) -> bool:
    email = (form.email.data or "").lower()
    try:
        actions.add_staff(form.form_key.data, form.name.data, email, form.job.data)
    except Conflict as taken:
        form.email.errors = [taken.what]
        return False
    return True


def _begun(form: BeginDuty, staff_id: UUID) -> bool:
    team_id, duty = UUID(form.team.data or ""), Duty(form.duty.data or "")
    try:
        actions.begin_membership(staff_id, team_id, duty, by=_me())
    except Conflict as apart:
        form.duty.errors = [apart.what]
        return False
    return True


def _duty_form() -> BeginDuty:
    form = BeginDuty()
    form.team.offer([(str(team.id), team.name) for team in teams.open_teams()])
    return form


def _refused(staff_id: UUID, refused: Conflict) -> Response:
    form = _duty_form()
    form.form_errors.append(refused.what)
    return _page(staff_id, form, 422)


def _page(staff_id: UUID, form: BeginDuty, status: int, link: str = "") -> Response:
    page = render_template(
        "accounts/admin/one_of_staff.html",
        person=people.one_of_staff(staff_id),
        duties=directory.duties_of(staff_id),
        is_me=staff_id == _me(),
        form=form,
        link=link,
    )
    return make_response(page, status)


def _me() -> UUID:
    return somebody().account_id


def _ask_for_token() -> None:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
