"""Pages that belong to no feature: help, how the site is made, leaving, and whether it is well."""

from __future__ import annotations

from flask import (
    Blueprint,
    Response,
    current_app,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue

from portal import config
from portal.web import health
from portal.web.assets import FOR_A_YEAR
from portal.web.audience import everyone, needs_no_session, needs_no_token
from portal.web.leaving import end_everything
from portal.web.style import brand_css as style_of

bp = Blueprint("shell", __name__)


@bp.get("/help-now")
@everyone
def help_now() -> str:
    return render_template("shell/help_now.html")


@bp.get("/accessibility")
@everyone
def accessibility() -> str:
    return render_template("shell/accessibility.html")


@bp.get("/privacy")
@everyone
def privacy() -> str:
    return render_template("shell/privacy.html")


# No token: somebody who must leave now leaves, however long the page was open.
@bp.post("/leave")
@everyone
@needs_no_token
def leave() -> ResponseReturnValue:
    end_everything(current_app)
    # The phone stays remembered; what was said to whoever held it does not.
    for kept in ("_flashes", "form_token"):
        session.pop(kept, None)
    response = redirect(url_for("shell.left"), 303)
    # The cache alone: what was typed and not yet sent stays on the phone.
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@bp.get("/left")
@everyone
@needs_no_session
def left() -> str:
    # This goes on to where the council says: the form that leads here may not lead to another
    # site by itself, being bound to this one (form-action).
    return render_template("shell/left.html")


@bp.get("/brand.css")
@everyone
@needs_no_session
def brand_css() -> Response:
    response = Response(style_of(config.current()), mimetype="text/css")
    if "v" in request.args:
        response.headers["Cache-Control"] = FOR_A_YEAR
    return response


@bp.get("/healthz")
@everyone
@needs_no_session
def healthz() -> Response:
    return Response("ok\n", mimetype="text/plain")


@bp.get("/readyz")
@everyone
@needs_no_session
def readyz() -> ResponseReturnValue:
    if health.is_ready():
        return Response("ready\n", mimetype="text/plain")
    return Response("not ready\n", 503, mimetype="text/plain", headers={"Retry-After": "5"})
