from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask

from portal import config, create_app
from portal.db import current_database
from tests.councils import westmoor


@pytest.fixture
def eastmoor(tmp_path: Path) -> Iterator[Flask]:
    """A second portal in the same process, with a database of its own."""
    there = create_app(westmoor(tmp_path, council="Eastmoor Council"))
    yield there
    with there.app_context():
        current_database().engine.dispose()


def at_hand() -> tuple[object, ...]:
    return current_database(), config.current().council


def test_each_portal_has_its_own_database_and_settings(app: Flask, eastmoor: Flask) -> None:
    here = at_hand()
    with eastmoor.app_context():
        there = at_hand()

    assert [one for one, other in zip(here, there, strict=True) if one == other] == []
    assert there[1] == "Eastmoor Council"


def test_leaving_a_portal_gives_back_the_one_it_was_entered_from(
    app: Flask, eastmoor: Flask
) -> None:
    here = at_hand()
    with eastmoor.app_context():
        there = at_hand()
        with app.app_context():
            assert at_hand() == here
        assert at_hand() == there
    assert at_hand() == here


def test_a_request_to_another_portal_gives_back_this_one(app: Flask, eastmoor: Flask) -> None:
    here = at_hand()
    eastmoor.test_client().get("/")

    assert at_hand() == here


def test_so_does_one_that_goes_wrong(app: Flask, eastmoor: Flask) -> None:
    here = at_hand()
    with suppress(RuntimeError), eastmoor.app_context():
        raise RuntimeError

    assert at_hand() == here
