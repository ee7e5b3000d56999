from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask import Flask

from portal import create_app
from portal.config import Settings, demo_settings
from portal.db import current_database
from portal.migrating import migrate
from portal.sample.fill import Plan, fill
from tests.client import Client
from tests.councils import NOT_A_SECRET


def demo_of(folder: Path) -> Settings:
    # Keys for sealing are those of the process, and the other tests go on with theirs.
    return replace(demo_settings(folder=folder), sealing_keys={1: NOT_A_SECRET})


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The sample council, made small, on its own SQLite file."""
    app = create_app(demo_of(tmp_path_factory.mktemp("demo")))
    app.test_client_class = Client
    with app.app_context():
        engine = current_database().engine
        migrate(engine)
        fill(Plan(people=3, records=30, seed=7, until=date(2026, 3, 3)), told=lambda words: None)
    yield app
    engine.dispose()


@pytest.fixture
def visitor(demo: Flask) -> Client:
    """A browser on the machine that the demo runs on."""
    return demo.test_client()  # type: ignore[return-value]
