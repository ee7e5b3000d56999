"""Sharing as a part of the app."""

from __future__ import annotations

from flask import Flask

from portal.config import Settings
from portal.sharing import notices
from portal.sharing.routes import (
    beside,
    board,
    first,
    one,
    purposes,
    receipts,
    running_out,
    saved,
    seen,
    team,
    waiting,
    written,
)
from portal.sharing.routes.blueprint import bp
from portal.web import notices as web_notices
from portal.web import places

PAGES = (board, first, one, purposes, receipts, running_out, saved, seen, team, waiting, written)


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
    app.register_blueprint(beside.bp)
    web_notices.register(app, notices.at_home)
    places.register(
        app,
        "care_leaver",
        name="Who sees what",
        endpoint="sharing.index",
        position=40,
        count=notices.how_many_wait,
        also=("consent",),
    )
