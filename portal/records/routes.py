"""The importer's pages."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, flash, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.accounts.guards import staff_with
from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.records import actions, background, queries, refused
from portal.records.asking import columns_form, source_form, takes_extracts, upload_form
from portal.records.showing import Shown
from portal.records.stages import Stage
from portal.web.forms import Form
from portal.web.fragments import nothing_new, page_or_fragment, see_other

bp = Blueprint("records", __name__, url_prefix="/imports")
importers = staff_with(Duty.IMPORTER)


@bp.get("/")
@importers
def index() -> ResponseReturnValue:
    skip = _skip()
    listed = queries.imports(skip)
    shown = [Shown.of(one) for one in listed[: queries.A_PAGE]]
    older = skip + queries.A_PAGE if len(listed) > queries.A_PAGE else None
    newer = max(0, skip - queries.A_PAGE) if skip else None
    return render_template("records/index.html", imports=shown, older=older, newer=newer)


@bp.get("/new")
@importers
def new() -> ResponseReturnValue:
    return render_template("records/new.html", form=upload_form())


@bp.post("/new")
@importers
@takes_extracts
def hand_in() -> ResponseReturnValue:
    form = upload_form()
    if not form.validate_on_submit():
        return render_template("records/new.html", form=form), 422
    found = actions.hand_in(somebody().account_id, **form.asked)
    background.carry_on.send(str(found.id))
    return see_other(_next_page(Shown.of(queries.the_import(found.id))))


@bp.get("/sources/new")
@importers
def new_source() -> ResponseReturnValue:
    return render_template("records/source.html", form=source_form())


@bp.post("/sources/new")
@importers
def add_source() -> ResponseReturnValue:
    form = source_form()
    if not form.validate_on_submit():
        return render_template("records/source.html", form=form), 422
    actions.add_source(somebody().account_id, form.name.data, UUID(form.team.data))
    return see_other(url_for("records.new"))


@bp.get("/<uuid:import_id>")
@importers
def show(import_id: UUID) -> ResponseReturnValue:
    shown = Shown.of(queries.the_import(import_id), _skip())
    if shown.stage is Stage.MAPPING:
        return see_other(_next_page(shown))
    if request.args.get("v") == shown.version:
        return nothing_new()
    return _page_of(shown)


@bp.get("/<uuid:import_id>/columns")
@importers
def columns(import_id: UUID) -> ResponseReturnValue:
    shown = Shown.of(queries.the_import(import_id))
    if shown.stage is not Stage.MAPPING:
        return see_other(_next_page(shown))
    return render_template("records/columns.html", shown=shown, form=columns_form(shown.found))


@bp.post("/<uuid:import_id>/columns")
@importers
def map_columns(import_id: UUID) -> ResponseReturnValue:
    shown = Shown.of(queries.the_import(import_id))
    form = columns_form(shown.found)
    if not form.validate_on_submit():
        return render_template("records/columns.html", shown=shown, form=form), 422
    actions.map_columns(somebody().account_id, shown.found, form.name.data, form.columns)
    background.carry_on.send(str(import_id))
    return see_other(url_for("records.show", import_id=import_id))


@bp.post("/<uuid:import_id>/go")
@importers
def go(import_id: UUID) -> ResponseReturnValue:
    shown, form = Shown.of(queries.the_import(import_id)), Form()
    if not form.validate_on_submit():
        return _page_of(shown, 422, form=form)
    actions.let_in(shown.found)
    background.carry_on.send(str(import_id))
    return see_other(url_for("records.show", import_id=import_id))


@bp.post("/<uuid:import_id>/throw-away")
@importers
def throw_away(import_id: UUID) -> ResponseReturnValue:
    shown, form = Shown.of(queries.the_import(import_id)), Form()
    if not form.validate_on_submit():
        return _page_of(shown, 422, form=form)
    actions.throw_away(shown.found)
    flash("Thrown away. Nothing of it came in.")
    return see_other(url_for("records.index"))


@bp.post("/<uuid:import_id>/refused")
@importers
def take_refused(import_id: UUID) -> ResponseReturnValue:
    shown, form = Shown.of(queries.the_import(import_id)), Form()
    if not form.validate_on_submit():
        return _page_of(shown, 422, form=form)
    answer = Response(refused.take(import_id), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=refused-rows.csv"
    return answer


def _page_of(shown: Shown, status: int = 200, **more: Any) -> Response:
    page, fragment = "records/show.html", "records/_import.html"
    return page_or_fragment(page, fragment, status, shown=shown, **more)


def _next_page(shown: Shown) -> str:
    page = "columns" if shown.stage is Stage.MAPPING else "show"
    return url_for(f"records.{page}", import_id=shown.found.id)


def _skip() -> int:
    return max(0, request.args.get("skip", 0, type=int))
