"""A portal to measure, and the same portal with no rule beneath it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask

from portal import create_app
from portal.consent import beneath
from portal.consent.asking import asks
from portal.db import current_database, lay_beneath
from portal.migrating import migrate
from tests.client import Client
from tests.councils import westmoor


@contextmanager
def a_portal(place: Path) -> Iterator[Flask]:
    place.mkdir(exist_ok=True)
    app = create_app(westmoor(place))
    app.test_client_class = Client
    with app.app_context():
        migrate(current_database().engine)
        yield app
        current_database().engine.dispose()


@contextmanager
def no_rule() -> Iterator[None]:
    """A bench of its own: nothing in the portal can do this. The look still asks why."""
    lay_beneath(lambda state, viewer: asks(viewer))
    try:
        yield
    finally:
        beneath.lay()
