"""What the council sets about sharing, as a part of the app."""

from __future__ import annotations

from flask import Flask

from portal.config import Settings
from portal.council.routes import adults, locks, terms
from portal.web import places


def init_app(app: Flask, settings: Settings) -> None:
    for each in (locks, terms, adults):
        app.register_blueprint(each.bp)
    places.register(
        app,
        "staff",
        name="Asked too",
        endpoint="adults.waiting",
        position=65,
        count=adults.how_many_wait,
        only_if=adults.is_asked,
    )
    places.register(
        app,
        "staff",
        name="Shared by law",
        endpoint="locks.index",
        position=70,
        count=locks.how_many_wait,
        only_if=locks.is_manager_who_may,
    )
