"""The adult who is named for somebody of 16 or 17: named by a manager, asked on their own page."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.guards import staff, staff_with
from portal.accounts.models import CareLeaver, Duty
from portal.accounts.queries import people
from portal.accounts.signed_in import somebody
from portal.consent.actions import agreeing
from portal.consent.queries.terms import adult_of, terms
from portal.council.actions import adults as actions
from portal.council.forms.terms import NameAdult, SayYesToo
from portal.council.queries import adults
from portal.errors import Conflict
from portal.web.fragments import see_other

bp = Blueprint("adults", __name__)
managers = staff_with(Duty.MANAGER)


@bp.get("/asked-too/")
@staff
def waiting() -> ResponseReturnValue:
    return render_template(
        "council/waiting_yeses.html", waiting=adults.waiting_for(_me()), form=SayYesToo()
    )


@bp.post("/asked-too/")
@staff
def agree() -> ResponseReturnValue:
    form = SayYesToo()
    if not form.validate_on_submit():
        raise UnprocessableEntity
    agreeing.agree(_me(), form.choice.data)
    flash("You said yes too. It counts from now on, and they are told.")
    return see_other(url_for("adults.waiting"))


@bp.get("/people/<uuid:care_leaver_id>/named-adult")
@managers
def named(care_leaver_id: UUID) -> ResponseReturnValue:
    return _page(people.one(care_leaver_id), _form(), 200)


@bp.post("/people/<uuid:care_leaver_id>/named-adult")
@managers
def name(care_leaver_id: UUID) -> ResponseReturnValue:
    person, form = people.one(care_leaver_id), _form()
    if not (form.validate_on_submit() and _named(form, person.id)):
        return _page(person, form, 422)
    flash("Named. They are told who it is.")
    return see_other(url_for("adults.named", care_leaver_id=person.id))


@bp.post("/people/<uuid:care_leaver_id>/named-adult/end")
@managers
def end(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    _ask_for_token()
    actions.end(person.id, by=_me())
    flash("Ended. They are told.")
    return see_other(url_for("adults.named", care_leaver_id=person.id))


def is_asked() -> bool:
    return adults.is_asked(_me())


def how_many_wait() -> int:
    return len(adults.waiting_for(_me()))


def _named(form: NameAdult, care_leaver_id: UUID) -> bool:
    try:
        actions.name(care_leaver_id, UUID(form.staff.data or ""), by=_me())
    except Conflict as refused:
        form.staff.errors = [refused.what]
        return False
    return True


def _form() -> NameAdult:
    form = NameAdult()
    form.staff.offer([(str(s.id), f"{s.name}, {s.job}") for s in adults.who_could_be(_me())])
    return form


def _page(person: CareLeaver, form: NameAdult, status: int) -> Response:
    named = adult_of(person.id)
    page = render_template(
        "council/named_adult.html",
        person=person,
        named=named,
        adult=people.one_of_staff(named.staff_id) if named else None,
        asks=terms().asks_adult,
        form=form,
        plain=PlainForm(),
    )
    return make_response(page, status)


def _me() -> UUID:
    return somebody().account_id


def _ask_for_token() -> None:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
