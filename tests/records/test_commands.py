from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from portal.accounts.models import CareLeaver, Duty
from portal.db import acting_as, session
from portal.records import commands
from portal.records.models import Import, RefusedRows, Source
from tests.cast import Town
from tests.makers import a_membership
from tests.records.arriving import Desk, keeper, records_of
from tests.records.extracts import a_note

NOTES = ["--source", "LCS", "--mapping", "LCS case notes"]


def run(app: Flask, command: str, *arguments: str) -> Result:
    return app.test_cli_runner().invoke(getattr(commands, command), arguments)


@pytest.fixture
def file(lcs: Desk) -> Path:
    return lcs.file([a_note("N1", "A1"), a_note("N2", "X9"), a_note("N3", "A1", "=1")])


def imports() -> int:
    with acting_as(keeper()):
        return session.scalar(select(func.count()).select_from(Import)) or 0


def test_without_commit_it_is_rehearsed_and_nothing_stays(
    app: Flask, file: Path, amina: CareLeaver
) -> None:
    result = run(app, "import_records", str(file), *NOTES)

    assert result.exit_code == 0, result.output
    assert "Rehearsed: 3 rows read, 1 new, 0 changed, 0 unchanged, 1 waiting, 1 refused." in (
        result.output
    )
    assert "Line 4, note: The cell starts like a formula." in result.output
    assert (imports(), records_of(amina), file.exists()) == (0, [], True)


def test_with_commit_it_comes_in_and_the_file_stays_where_it_is(
    app: Flask, file: Path, amina: CareLeaver
) -> None:
    result = run(app, "import_records", str(file), *NOTES, "--commit")

    assert result.exit_code == 0, result.output
    assert "Came in: 3 rows read, 1 new," in result.output
    assert (len(records_of(amina)), file.exists()) == (1, True)


def test_an_importer_who_is_named_may_fetch_the_refused_rows(
    app: Flask, file: Path, town: Town
) -> None:
    with acting_as(keeper(), writes=True):
        a_membership(town.fay, town.teams.leaving_care, Duty.IMPORTER)
    result = run(app, "import_records", str(file), *NOTES, "--by", town.fay.email, "--commit")
    with acting_as(keeper()):
        kept = session.scalars(select(RefusedRows)).one()

    assert result.exit_code == 0, result.output
    assert kept.asked_by_id == town.fay.id


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--source", "Nowhere"], "There is no source called Nowhere. Known are: LCS."),
        (["--source", "LCS", "--mapping", "x"], "There is no mapping called x."),
        ([*NOTES, "--by", "jo.marsh@westmoor.example"], "Nobody with this email imports"),
        (["--source", "LCS"], "It lacks: "),
    ],
)
def test_what_is_not_known_is_said_in_plain_words(
    app: Flask, file: Path, arguments: list[str], said: str
) -> None:
    result = run(app, "import_records", str(file), *arguments)

    assert result.exit_code == 1
    assert said in result.output


def test_a_case_system_is_named_by_a_command(app: Flask, town: Town) -> None:
    result = run(app, "add_record_source", "Homes", "--team", "Housing")
    with acting_as(keeper()):
        source = session.scalars(select(Source).where(Source.name == "Homes")).one()

    assert result.exit_code == 0, result.output
    assert source.team_id == town.teams.housing.id


def test_forgetting_says_how_many_rows_went(app: Flask, town: Town) -> None:
    assert "0 waiting rows are forgotten." in run(app, "forget_waiting").output
