"""To another leaving-care team: asked on the page of who works with them, confirmed by managers."""

from __future__ import annotations

from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import moving as actions
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.forms.relating import MoveTo
from portal.accounts.models import CareLeaver, TeamKind
from portal.accounts.queries import moves, people, teams
from portal.accounts.routes.blueprint import bp
from portal.accounts.routes.inviting import inviters
from portal.accounts.routes.managing import bp as team_bp
from portal.accounts.routes.managing import managers
from portal.accounts.signed_in import somebody
from portal.errors import Conflict
from portal.web.audience import reads_first
from portal.web.fragments import see_other


@bp.get("/people/<uuid:care_leaver_id>/move")
@inviters
def move(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    return _page(person, _form(person), 200)


@bp.post("/people/<uuid:care_leaver_id>/move")
@inviters
def ask_to_move(care_leaver_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    form = _form(person)
    if not (form.validate_on_submit() and _asked(form, person)):
        return _page(person, form, 422)
    flash("Asked. Nothing changes before a manager of that team confirms it.")
    return see_other(url_for("accounts.move", care_leaver_id=person.id))


@bp.post("/people/<uuid:care_leaver_id>/move/<uuid:move_id>/take-back")
@inviters
def take_move_back(care_leaver_id: UUID, move_id: UUID) -> ResponseReturnValue:
    person = people.one(care_leaver_id)
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    actions.take_back(move_id)
    flash("Taken back. They stay where they are.")
    return see_other(url_for("accounts.move", care_leaver_id=person.id))


@team_bp.post("/moves/<uuid:move_id>/confirm")
@managers
@reads_first
def confirm_move(move_id: UUID) -> ResponseReturnValue:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    actions.confirm(move_id, by=somebody().account_id)
    flash("Confirmed. They are told at once. Give them a PA now.")
    return see_other(url_for("team.index"))


def _asked(form: MoveTo, person: CareLeaver) -> bool:
    try:
        team_id = UUID(form.team.data or "")
        actions.ask(form.form_key.data, person.id, team_id, by=somebody().account_id)
    except Conflict as refused:
        form.team.errors = [refused.what]
        return False
    return True


def _form(person: CareLeaver) -> MoveTo:
    form, care = MoveTo(), TeamKind.LEAVING_CARE
    others = [
        each for each in teams.open_teams() if each.kind is care and each.id != person.team_id
    ]
    form.team.offer([(str(each.id), each.name) for each in others])
    return form


def _page(person: CareLeaver, form: MoveTo, status: int) -> Response:
    waiting = moves.of(person.id)
    shown = {"person": person, "form": form, "waiting": waiting, "plain": PlainForm()}
    return make_response(render_template("accounts/move.html", **shown), status)
