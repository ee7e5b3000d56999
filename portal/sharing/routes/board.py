"""The board: every team, and what somebody said to each about each topic."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.accounts.guards import care_leavers
from portal.sharing.routes.blueprint import bp


@bp.get("/")
@care_leavers
def index() -> ResponseReturnValue:
    return render_template("sharing/index.html")
