"""Administrators: the topics that everybody is offered, and what each team does."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from flask import Response, flash, make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import UnprocessableEntity

from portal.accounts.actions import teams as team_actions
from portal.accounts.actions import topics as actions
from portal.accounts.forms.admin import AddTopic, DescribeTeam, RenameTopic
from portal.accounts.forms.coming_in import PlainForm
from portal.accounts.queries import teams, topics
from portal.accounts.routes.admin import administrators, bp
from portal.errors import Conflict
from portal.web.fragments import see_other


@bp.get("/topics")
@administrators
def all_topics() -> ResponseReturnValue:
    return _topics(AddTopic(), 200)


@bp.post("/topics")
@administrators
def add_topic() -> ResponseReturnValue:
    form = AddTopic()
    if not (form.validate_on_submit() and _free(form, actions.add, form.form_key.data)):
        return _topics(form, 422)
    flash("Added, at the end of the list.")
    return see_other(url_for("admin.all_topics"))


@bp.get("/topics/<uuid:topic_id>")
@administrators
def topic(topic_id: UUID) -> ResponseReturnValue:
    form = RenameTopic(name=topics.one(topic_id).name)
    return render_template("accounts/admin/topic.html", topic=topics.one(topic_id), form=form)


@bp.post("/topics/<uuid:topic_id>")
@administrators
def rename_topic(topic_id: UUID) -> ResponseReturnValue:
    kept, form = topics.one(topic_id), RenameTopic()
    if not (form.validate_on_submit() and _free(form, actions.rename, topic_id)):
        return render_template("accounts/admin/topic.html", topic=kept, form=form), 422
    flash("Renamed. What was chosen about it stays chosen.")
    return see_other(url_for("admin.all_topics"))


@bp.post("/topics/<uuid:topic_id>/up")
@administrators
def move_topic_up(topic_id: UUID) -> ResponseReturnValue:
    return _changed(actions.move_up, topic_id)


@bp.post("/topics/<uuid:topic_id>/retire")
@administrators
def retire_topic(topic_id: UUID) -> ResponseReturnValue:
    return _changed(actions.retire, topic_id)


@bp.post("/topics/<uuid:topic_id>/bring-back")
@administrators
def bring_topic_back(topic_id: UUID) -> ResponseReturnValue:
    return _changed(actions.bring_back, topic_id)


@bp.get("/teams/<uuid:team_id>")
@administrators
def team(team_id: UUID) -> ResponseReturnValue:
    kept = teams.one(team_id)
    form = DescribeTeam(name=kept.name, does=kept.does)
    return render_template("accounts/admin/team.html", team=kept, form=form)


@bp.post("/teams/<uuid:team_id>")
@administrators
def describe_team(team_id: UUID) -> ResponseReturnValue:
    kept, form = teams.one(team_id), DescribeTeam()
    if not (form.validate_on_submit() and _described(form, team_id)):
        return render_template("accounts/admin/team.html", team=kept, form=form), 422
    flash("Saved. Care leavers read this where they choose.")
    return see_other(url_for("admin.all_teams"))


def _changed(change: Callable[[UUID], None], topic_id: UUID) -> ResponseReturnValue:
    if not PlainForm().validate_on_submit():
        raise UnprocessableEntity
    try:
        change(topic_id)
    except Conflict as refused:
        form = AddTopic(formdata=None)
        form.form_errors.append(refused.what)
        return _topics(form, 422)
    return see_other(url_for("admin.all_topics"))


def _free(form: AddTopic | RenameTopic, do: Callable[[UUID, str], None], topic_id: UUID) -> bool:
    try:
        do(topic_id, form.name.data)
    except Conflict as taken:
        form.name.errors = [taken.what]
        return False
    return True


def _described(form: DescribeTeam, team_id: UUID) -> bool:
    try:
        team_actions.describe(team_id, form.name.data, form.does.data or "")
    except Conflict as taken:
        form.name.errors = [taken.what]
        return False
    return True


def _topics(form: AddTopic, status: int) -> Response:
    shown = {"topics": topics.offered(), "retired": topics.retired(), "form": form}
    return make_response(render_template("accounts/admin/topics.html", **shown), status)
