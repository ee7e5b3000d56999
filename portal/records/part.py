"""Case records as a part of the app: pages, commands and what goes on by itself."""

from __future__ import annotations

from flask import Flask

from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.config import Settings
from portal.records import background, commands, routes
from portal.web import places

__all__ = ["background", "init_app"]


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(routes.bp)
    places.register(
        app,
        "staff",
        name="Imports",
        endpoint="records.index",
        position=80,
        only_if=lambda: Duty.IMPORTER in somebody().duties,
    )
    commands.init_app(app)
