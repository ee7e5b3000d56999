"""What must be shared by law: set by one, confirmed by another, ended by either."""

from __future__ import annotations

from uuid import UUID

from flask import Blueprint, Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.guards import staff_with
from portal.accounts.models import Duty
from portal.accounts.queries import teams, topics
from portal.accounts.signed_in import somebody
from portal.council.actions import locks as actions
from portal.council.forms.locks import SetLock
from portal.council.queries import locks
from portal.errors import Conflict, NotAllowed
from portal.web.fragments import see_other

bp = Blueprint("locks", __name__, url_prefix="/admin/locks")
setters = staff_with(Duty.ADMINISTRATOR, Duty.MANAGER)
CONFIRMED = "Confirmed. Everyone whose board it changes is told."
ENDED = "Ended. Everyone whose board it changes is told."


@bp.get("/")
@setters
def index() -> ResponseReturnValue:
    return _page(_form(), 200)


@bp.post("/")
@setters
def propose() -> ResponseReturnValue:
    form = _form()
    if not (form.validate_on_submit() and _proposed(form)):
        return _page(form, 422)
    flash("Set. It opens nothing before another person confirms it.")
    return see_other(url_for("locks.index"))


@bp.post("/<uuid:lock_id>/confirm")
@setters
def confirm(lock_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    actions.confirm(lock_id, by=_me())
    flash(CONFIRMED)
    return see_other(url_for("locks.index"))


@bp.get("/<uuid:lock_id>/end")
@setters
def ending(lock_id: UUID) -> ResponseReturnValue:
    return render_template("council/end_lock.html", lock=locks.one(lock_id), form=PlainForm())


@bp.post("/<uuid:lock_id>/end")
@setters
def end(lock_id: UUID) -> ResponseReturnValue:
    _ask_for_token()
    actions.end(lock_id, by=_me())
    flash(ENDED)
    return see_other(url_for("locks.index"))


def is_manager_who_may() -> bool:
    """Administrators come here from among their own pages."""
    who = somebody()
    return Duty.MANAGER in who.duties and actions.may_lock(who.account_id)


def how_many_wait() -> int:
    return locks.how_many_wait_for(_me())


def _proposed(form: SetLock) -> bool:
    try:
        actions.propose(form.lock(), by=_me())
    except Conflict as refused:
        form.team.errors = [refused.what]
        return False
    return True


def _form() -> SetLock:
    if not actions.may_lock(_me()):
        raise NotAllowed("An administrator or a manager of leaving care does this.")
    form = SetLock()
    form.team.offer([(str(each.id), each.name) for each in teams.open_teams()])
    form.topic.offer([(str(each.id), each.name) for each in topics.offered()])
    return form


def _page(form: SetLock, status: int) -> Response:
    page = render_template(
        "council/locks.html",
        locks=locks.every_one(),
        me_id=_me(),
        is_administrator=Duty.ADMINISTRATOR in somebody().duties,
        form=form,
        plain=PlainForm(),
    )
    return make_response(page, status)


def _me() -> UUID:
    return somebody().account_id


def _ask_for_token() -> None:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
