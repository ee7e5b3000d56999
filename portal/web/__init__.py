"""Pages, fragments and forms. Knows HTML, knows no feature."""

from __future__ import annotations

from flask import Flask

from portal.config import Settings
from portal.web import (
    assets,
    belongings,
    compression,
    context,
    error_pages,
    filters,
    incoming,
    request_log,
    routes,
    security,
)


def init_app(app: Flask, settings: Settings) -> None:
    """First of all parts: what runs after a request runs in the other order, and this last."""
    app.testing = settings.is_test
    belongings.init_app(app, settings)
    request_log.init_app(app)
    compression.init_app(app)
    security.init_app(app, settings)
    incoming.init_app(app)
    context.init_app(app)
    error_pages.init_app(app)
    filters.init_app(app)
    assets.init_app(app)
    app.register_blueprint(routes.bp)
