"""Administrators: care leavers and teams."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.actions import people as actions
from portal.accounts.actions import teams as team_actions
from portal.accounts.forms.admin import AddCareLeaver, AddReference, CloseTeam, OpenTeam
from portal.accounts.guards import staff_with
from portal.accounts.models import Duty, Team, TeamKind
from portal.accounts.queries import directory, people, teams
from portal.accounts.signed_in import somebody
from portal.errors import Conflict
from portal.web.fragments import see_other

bp = Blueprint("admin", __name__, url_prefix="/admin")
administrators = staff_with(Duty.ADMINISTRATOR)


def is_administrator() -> bool:
    return Duty.ADMINISTRATOR in somebody().duties


def how_far() -> tuple[str, int]:
    """What was looked for in a list, and how many of it were shown before."""
    named = request.args.get("named", "")[:80]
    return named, max(0, request.args.get("skip", 0, type=int))


@bp.get("/")
@administrators
def index() -> ResponseReturnValue:
    named, skip = how_far()
    found = directory.care_leavers(named, skip)
    shown = {"people": found[: directory.A_PAGE], "named": named, "skip": skip}
    more = len(found) > directory.A_PAGE
    return render_template("accounts/admin/care_leavers.html", more=more, **shown)


@bp.get("/care-leavers/new")
@administrators
def new_care_leaver() -> ResponseReturnValue:
    return render_template("accounts/admin/new_care_leaver.html", form=_add_form())


@bp.post("/care-leavers")
@administrators
def add_care_leaver() -> ResponseReturnValue:
    form = _add_form()
    if not (form.validate_on_submit() and _added(form)):
        return render_template("accounts/admin/new_care_leaver.html", form=form), 422
    flash("Added. A manager of their team gives them a PA.")
    return see_other(url_for("admin.care_leaver", care_leaver_id=form.form_key.data))


@bp.get("/care-leavers/<uuid:care_leaver_id>")
@administrators
def care_leaver(care_leaver_id: UUID) -> ResponseReturnValue:
    return _care_leaver(care_leaver_id, AddReference(), 200)


@bp.post("/care-leavers/<uuid:care_leaver_id>/references")
@administrators
def add_reference(care_leaver_id: UUID) -> ResponseReturnValue:
    form = AddReference()
    if not (form.validate_on_submit() and _referred(form, care_leaver_id)):
        return _care_leaver(care_leaver_id, form, 422)
    flash("Added. Records that waited under it join now.")
    return see_other(url_for("admin.care_leaver", care_leaver_id=care_leaver_id))


@bp.get("/teams")
@administrators
def all_teams() -> ResponseReturnValue:
    return _teams(OpenTeam(), 200)


@bp.post("/teams")
@administrators
def open_team() -> ResponseReturnValue:
    form = OpenTeam()
    if not (form.validate_on_submit() and _opened(form)):
        return _teams(form, 422)
    flash("The team is open.")
    return see_other(url_for("admin.all_teams"))


@bp.get("/teams/<uuid:team_id>/close")
@administrators
def closing(team_id: UUID) -> ResponseReturnValue:
    team, form = _heirs(team_id)
    return render_template("accounts/admin/close_team.html", team=team, form=form)


@bp.post("/teams/<uuid:team_id>/close")
@administrators
def close_team(team_id: UUID) -> ResponseReturnValue:
    team, form = _heirs(team_id)
    if not (form.validate_on_submit() and _closed(form, team.id)):
        return render_template("accounts/admin/close_team.html", team=team, form=form), 422
    flash("The team is closed. Its heir has what it held.")
    return see_other(url_for("admin.all_teams"))


def _add_form() -> AddCareLeaver:
    form = AddCareLeaver()
    care = [team for team in teams.open_teams() if team.kind is TeamKind.LEAVING_CARE]
    form.team.offer([(str(team.id), team.name) for team in care])
    return form


def _added(form: AddCareLeaver) -> bool:
    new = actions.NewCareLeaver(
        first_name=form.first_name.data,
        last_name=form.last_name.data,
        born_on=form.born_on.data,
        team_id=UUID(form.team.data or ""),
        contact=form.contact.data or "",
    )
    actions.add_care_leaver(form.form_key.data, new)
    return not form.reference.data or _referred(form, form.form_key.data)


def _referred(form: AddCareLeaver | AddReference, care_leaver_id: UUID) -> bool:
    try:
        actions.add_reference(care_leaver_id, form.system.data, form.reference.data)
    except Conflict as taken:
        form.reference.errors = [taken.what]
        return False
    return True


def _opened(form: OpenTeam) -> bool:
    kind = TeamKind(form.kind.data or TeamKind.OTHER)
    try:
        team_actions.open_team(form.form_key.data, form.name.data, kind, form.does.data or "")
    except Conflict as taken:
        form.name.errors = [taken.what]
        return False
    return True


def _closed(form: CloseTeam, team_id: UUID) -> bool:
    try:
        team_actions.close(team_id, UUID(form.heir.data or ""))
    except Conflict as refused:
        form.heir.errors = [refused.what]
        return False
    return True


def _heirs(team_id: UUID) -> tuple[Team, CloseTeam]:
    team, form = teams.one(team_id), CloseTeam()
    others = [each for each in teams.open_teams() if each.id != team_id]
    form.heir.offer([(str(each.id), each.name) for each in others if each.kind is team.kind])
    return team, form


def _care_leaver(care_leaver_id: UUID, form: AddReference, status: int) -> Response:
    person = people.one(care_leaver_id)
    references = directory.references_of(care_leaver_id)
    shown: dict[str, Any] = {"person": person, "references": references, "form": form}
    page = render_template("accounts/admin/care_leaver.html", **shown)
    return make_response(page, status)


def _teams(form: OpenTeam, status: int) -> Response:
    page = render_template("accounts/admin/teams.html", teams=directory.every_team(), form=form)
    return make_response(page, status)
