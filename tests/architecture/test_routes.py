from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from tests.architecture.route_table import TABLE, audience, every_route, table


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    return every_route(tmp_path)


def known() -> list[str]:
    return TABLE.read_text(encoding="utf-8").splitlines()


def test_every_route_says_whom_it_is_for(app: Flask) -> None:
    silent = [
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static" and audience(app, rule) is None
    ]

    assert silent == []


def test_the_table_of_routes_is_the_one_that_was_agreed(app: Flask) -> None:
    """When it should change: python -m tests.architecture.route_table, and look at the change."""
    assert table(app) == known()


def test_no_address_holds_a_number_that_can_be_counted_up(app: Flask) -> None:
    assert [line for line in table(app) if "<int:" in line] == []
