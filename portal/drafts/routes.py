"""Drafts save themselves; without script a button saves them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from flask import Blueprint, Flask, flash, jsonify, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf
from sqlalchemy.exc import NoResultFound

from portal import hours
from portal.accounts.guards import signed_in
from portal.accounts.models import Role
from portal.accounts.signed_in import somebody
from portal.config import Settings
from portal.db import now
from portal.drafts import actions, keys
from portal.web.dates import at_time
from portal.web.forms import Form
from portal.web.fragments import see_other

bp = Blueprint("drafts", __name__, url_prefix="/drafts")
OURS = frozenset({"form_token", "about", "back"})


@bp.get("/key")
@signed_in
def key() -> ResponseReturnValue:
    me, today = somebody().account_id, hours.local(now()).date()
    day = _day(request.args.get("day"), today)
    return jsonify(
        key=keys.key_of(me, day),
        day=day.isoformat(),
        mark=keys.mark_of(me),
        form_token=generate_csrf(),
    )


@bp.post("/<form>")
@signed_in
def save(form: str) -> ResponseReturnValue:
    if not Form().validate_on_submit():
        return jsonify(saved=""), 422
    typed = {name: value for name, value in request.form.items() if name not in OURS}
    draft = actions.keep(somebody().account_id, _about(), form, typed)
    if request.headers.get("X-By-Itself"):
        return jsonify(saved=f"Saved {at_time(draft.saved_at)}")
    flash(f"Saved {at_time(draft.saved_at)}. Only you see it until you send it.")
    return see_other(_back())


@bp.post("/<form>/discard")
@signed_in
def discard(form: str) -> ResponseReturnValue:
    if not Form().validate_on_submit():
        return see_other(_back())
    actions.discard(somebody().account_id, _about(), form)
    flash("Thrown away.")
    return see_other(_back())


def _about() -> UUID:
    """Whom it is about: themselves, or the person whom a member of staff writes about."""
    me = somebody()
    if me.role is Role.CARE_LEAVER:
        return me.account_id
    try:
        return UUID(request.form.get("about", ""))
    except ValueError as nobody:
        raise NoResultFound from nobody


def _back() -> str:
    """The page that it was typed on: one of ours, or the first."""
    back = request.form.get("back", "")
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/"


def _day(asked: str | None, today: date) -> date:
    """Which day's key: of today, or of a day not long ago on which something was kept."""
    try:
        day = date.fromisoformat(asked) if asked else today
    except ValueError as unknown:
        raise NoResultFound from unknown
    if not today - keys.KEPT_FOR <= day <= today:
        raise NoResultFound
    return day


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
