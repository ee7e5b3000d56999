"""The care leaver's own voice as a part of the app."""

from __future__ import annotations

from flask import Flask

from portal.config import Settings
from portal.voice import (
    entry_routes,
    happened_routes,
    home_routes,
    reach_routes,
    retention,
    routes,
    staff_routes,
    written_routes,
)
from portal.web import places

__all__ = ["init_app", "reach_routes", "retention"]

ROOMS = (home_routes, routes, entry_routes, happened_routes, staff_routes, written_routes)


def init_app(app: Flask, settings: Settings) -> None:
    for room in ROOMS:
        app.register_blueprint(room.bp)
    places.register(
        app,
        "care_leaver",
        name="Say something",
        endpoint="voice.index",
        position=10,
        also=("voice_entry",),
    )
    places.register(
        app,
        "care_leaver",
        name="What happened",
        endpoint="happened.index",
        position=20,
        count=happened_routes.count_new,
    )
