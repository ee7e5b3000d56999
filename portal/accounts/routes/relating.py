"""Who works with a care leaver: their PA, cover, and practitioners of other teams."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import relating
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.forms.relating import COVER, Allocate, Involve
from portal.accounts.models import CareLeaver, Duty
from portal.accounts.queries import people, relations, teams
from portal.accounts.routes.blueprint import bp
from portal.accounts.routes.inviting import inviters
from portal.accounts.signed_in import somebody
from portal.web.fragments import see_other

WAITS = "Given. It opens nothing before a manager of the receiving team confirms it."
DONE = "Done. They are told at once."


@bp.get("/people/<uuid:care_leaver_id>/team")
@inviters
def around(care_leaver_id: UUID) -> ResponseReturnValue:
    return _page(people.one(care_leaver_id), 200)


@bp.post("/people/<uuid:care_leaver_id>/allocations")
@inviters
def allocate(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    form = _allocate(person)
    if not form.validate_on_submit():
        return _page(person, 422, allocate=form)
    to, is_cover = UUID(form.staff.data or ""), form.role.data == COVER
    given = relating.allocate(person.id, to, form.span(), by=_me(), is_cover=is_cover)
    return _done(person, given)


@bp.post("/people/<uuid:care_leaver_id>/involvements")
@inviters
def involve(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    form = _involve()
    if not form.validate_on_submit():
        return _page(person, 422, involve=form)
    staff_id, team_id = map(UUID, (form.staff.data or "").split("."))
    given = relating.involve(person.id, staff_id, team_id, form.span(), by=_me())
    return _done(person, given)


@bp.post("/people/<uuid:care_leaver_id>/allocations/<uuid:allocation_id>/end")
@inviters
def end_allocation(care_leaver_id: UUID, allocation_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    _ask_for_token()
    relating.end(relating.allocation_to_end(allocation_id, _me()), by=_me())
    flash(DONE)
    return see_other(url_for("accounts.around", care_leaver_id=person.id))


@bp.post("/people/<uuid:care_leaver_id>/involvements/<uuid:involvement_id>/end")
@inviters
def end_involvement(care_leaver_id: UUID, involvement_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    _ask_for_token()
    relating.end(relating.involvement_to_end(involvement_id, _me()), by=_me())
    flash(DONE)
    return see_other(url_for("accounts.around", care_leaver_id=person.id))


def _done(person: CareLeaver, given: Any) -> Response:
    flash(DONE if given.confirmed_at else WAITS)
    return see_other(url_for("accounts.around", care_leaver_id=person.id))


def _allocate(person: CareLeaver) -> Allocate:
    form, advisers = Allocate(), teams.everybody_with(Duty.ADVISER, person.team_id)
    form.staff.offer([(str(s.id), f"{s.name}, {s.job}") for s, _ in advisers if s.id != _me()])
    return form


def _involve() -> Involve:
    form, practitioners = Involve(), teams.everybody_with(Duty.PRACTITIONER)
    form.staff.offer(
        [(f"{s.id}.{t.id}", f"{s.name}, {t.name}") for s, t in practitioners if s.id != _me()]
    )
    return form


def _page(person: CareLeaver, status: int, **sent: Any) -> Response:
    shown = {
        "person": person,
        "allocations": relations.allocations(_me(), person.id),
        "involvements": relations.involvements(_me(), person.id),
        "allocate": sent.get("allocate") or _allocate(person),
        "involve": sent.get("involve") or _involve(),
        "errors": bool(sent),
        "is_under_18": people.is_under_18(person),
    }
    return make_response(render_template("accounts/around.html", **shown), status)


def _me() -> UUID:
    return somebody().account_id


def _ask_for_token() -> None:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
