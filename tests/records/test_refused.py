from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from portal.accounts.models import Duty, Staff
from portal.accounts.viewers import StaffViewer
from portal.db import acting_as, clock, session
from portal.errors import Conflict
from portal.records import refused, work
from portal.records.models import Import, RefusedRows
from tests.cast import Town
from tests.makers import a_membership
from tests.records.arriving import Desk, keeper
from tests.records.extracts import HEADER, a_note

GOOD, BAD = a_note("N1", "A1"), a_note("N2", "A1", "=1+1")


@pytest.fixture
def fay(town: Town) -> Staff:
    """She imports for leaving care, and so does Jo."""
    with acting_as(keeper(), writes=True):
        for person in (town.fay, town.jo):
            a_membership(person, town.teams.leaving_care, Duty.IMPORTER)
    return town.fay


@pytest.fixture
def handed_in(lcs: Desk, fay: Staff) -> Import:
    """Two rows, one of them refused, asked for by Fay."""
    import_id = lcs.hand_in(lcs.file([GOOD, BAD]))
    with acting_as(keeper(), writes=True) as asking:
        asking.get_one(Import, import_id).asked_by_id = fay.id
    work.carry_on(import_id)
    with acting_as(keeper()) as asking:
        return asking.get_one(Import, import_id)


def taken_by(person: Staff, found: Import) -> list[list[str]]:
    with acting_as(StaffViewer(now=clock(), staff_id=person.id), writes=True):
        content = b"".join(refused.take(found.id)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def assert_none_for(person: Staff, found: Import) -> None:
    with pytest.raises(Conflict):
        taken_by(person, found)


def kept() -> int:
    with acting_as(keeper()):
        return session.scalar(select(func.count()).select_from(RefusedRows)) or 0


def a_day_passes() -> None:
    with acting_as(keeper(), writes=True):
        session.execute(update(RefusedRows).values(made_at=clock() - timedelta(hours=24)))


def test_fay_gets_the_refused_rows_once_with_their_line_and_why(
    handed_in: Import, fay: Staff
) -> None:
    header, row = taken_by(fay, handed_in)

    assert header == ["Line", "Why", *HEADER]
    assert row[:4] == ["3", "note: The cell starts like a formula.", "N2", "A1"]
    assert_none_for(fay, handed_in)
    assert kept() == 0


def test_what_no_spreadsheet_should_run_is_made_harmless(handed_in: Import, fay: Staff) -> None:
    _, row = taken_by(fay, handed_in)

    assert "'=1+1" in row


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_every_start_that_a_spreadsheet_runs_is_harmless(cell: str) -> None:
    assert refused.harmless(cell) == f"'{cell}"
    assert refused.harmless("plain") == "plain"


def test_another_importer_of_the_same_team_gets_none_and_takes_none_away(
    handed_in: Import, town: Town
) -> None:
    assert_none_for(town.jo, handed_in)
    assert kept() == 1


def test_after_a_day_they_are_gone(handed_in: Import, fay: Staff) -> None:
    a_day_passes()
    assert_none_for(fay, handed_in)
    refused.forget_old()

    assert kept() == 0


def test_rows_that_nobody_asked_for_are_not_kept(lcs: Desk) -> None:
    lcs.rehearse(GOOD, BAD)

    assert kept() == 0
