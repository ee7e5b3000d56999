"""Notes as a part of the app."""

from __future__ import annotations

from flask import Flask

from portal.config import Settings
from portal.notes.routes import letter, margin, passages, pen
from portal.web import places


def init_app(app: Flask, settings: Settings) -> None:
    for room in (letter, passages, pen, margin):
        app.register_blueprint(room.bp)
    places.register(
        app,
        "care_leaver",
        name="Notes",
        endpoint="notes.index",
        position=15,
        count=letter.to_read,
    )
