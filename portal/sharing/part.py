"""Sharing as a part of the app."""

from __future__ import annotations

from flask import Flask

from portal.config import Settings
from portal.sharing.routes import board, first, one, purposes, receipts, saved, seen, team
from portal.sharing.routes.blueprint import bp
from portal.web import places

PAGES = (board, first, one, purposes, receipts, saved, seen, team)


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
    places.register(
        app,
        "care_leaver",
        name="Who sees what",
        endpoint="sharing.index",
        position=40,
        also=("consent",),
    )
