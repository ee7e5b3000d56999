from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import Engine

from portal.db import clock, current_database
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.conftest import Opens
from tests.consent.makers import said
from tests.consent.proof import anchored, verify
from tests.databases import tampered


@pytest.fixture
def looked(asking: Asking, opens: Opens, town: Town) -> Engine:
    """Three looks at Amina and one at Tyler, and the engine to tamper with them."""
    with asking(town.amina, writes=True):
        aminas = said(town.amina, "The damp is back.")
    with asking(town.tyler, writes=True):
        tylers = said(town.tyler, "I start on Monday.")
    for who in (town.jo, town.priya, town.jo):
        opens(who, aminas)
    opens(town.sam, tylers)
    return current_database().engine


def test_a_log_that_nobody_touched_is_whole(
    app: Flask, looked: Engine, operators_log: StringIO, tmp_path: Path
) -> None:
    result = verify(app, "--anchors", anchored(operators_log, tmp_path))

    assert result.output == "4 lines, every chain whole.\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE look SET why = 'manager' WHERE number = 2",
        "UPDATE look SET shown = '[]' WHERE number = 2",
        "DELETE FROM look WHERE number = 2",
    ],
)
def test_a_changed_or_missing_line_is_found(
    app: Flask, looked: Engine, town: Town, statement: str
) -> None:
    if "why" in statement:
        statement = statement.replace("'manager'", "'adviser'")
    tampered(looked, statement)
    result = verify(app)

    assert result.exit_code == 1
    assert f"The chain of {town.amina.id} does not hold at line" in result.output


def test_a_line_with_another_number_is_found(app: Flask, looked: Engine, town: Town) -> None:
    tampered(looked, "UPDATE look SET number = 9 WHERE number = 3")

    assert "does not hold at line 9" in verify(app).output


@pytest.mark.parametrize("cut", ["number = 3", "number > 0"])
def test_a_tail_that_was_cut_shows_by_the_anchor_and_by_nothing_else(
    app: Flask, looked: Engine, operators_log: StringIO, tmp_path: Path, cut: str
) -> None:
    anchors = anchored(operators_log, tmp_path)
    tampered(looked, f"DELETE FROM look WHERE {cut}")

    assert verify(app).exit_code == 0
    result = verify(app, "--anchors", anchors)
    assert result.exit_code == 1
    assert "are gone or changed" in result.output


def test_looks_after_an_anchor_change_nothing_of_it(
    app: Flask,
    looked: Engine,
    asking: Asking,
    opens: Opens,
    town: Town,
    operators_log: StringIO,
    tmp_path: Path,
) -> None:
    anchors = anchored(operators_log, tmp_path)
    with asking(town.amina, writes=True):
        later = said(town.amina, "It is dry now.")
    with time_machine.travel(clock() + timedelta(hours=1)):
        opens(town.jo, later)

    assert verify(app, "--anchors", anchors).output == "5 lines, every chain whole.\n"


def test_an_anchor_holds_no_name_and_no_word(
    looked: Engine, operators_log: StringIO, tmp_path: Path, town: Town
) -> None:
    line = Path(anchored(operators_log, tmp_path)).read_text(encoding="utf-8")

    assert '"anchor"' in line
    assert "Amina" not in line
    assert str(town.amina.id) not in line
