from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import Duty, Staff
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from tests.cast import Town
from tests.journeys.browsing import LAPTOP, LAPTOP_WITHOUT_SCRIPT, PHONE, Screen
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.at_the_desk import PeoplePage
from tests.journeys.pages.bringing_in import ImportsPage, OneImportPage
from tests.makers import a_membership
from tests.records.arriving import SYSTEM, known_as
from tests.records.extracts import COLUMNS, a_note, as_csv

pytestmark = pytest.mark.journey

WRITTEN = "She showed the damp wall.\nWe rang the landlord together."
ROWS = (
    a_note("N1", "A1", WRITTEN),
    a_note("N2", "A1", "=HYPERLINK(1)"),
    a_note("N3", "A1", note_date="31/02/2026"),
    a_note("N4", "X9"),
)
REHEARSED = {"new": "1", "changed": "0", "unchanged": "0", "waiting": "1", "refused": "2"}
PROBLEMS = [
    "4 note The cell starts like a formula.",
    "5 note_date This is not a date. Write 31/12/2025 or 2025-12-31.",
]
NAMED = {field: column for field, column in COLUMNS.items() if column}


@pytest.fixture
def fay(town: Town) -> Staff:
    """She imports for leaving care, whose case system calls Amina A1."""
    known_as(town.amina, "A1")
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        a_membership(town.fay, town.teams.leaving_care, Duty.IMPORTER)
    return town.fay


@pytest.fixture
def extract(tmp_path: Path) -> Path:
    file = tmp_path / "case-notes.csv"
    file.write_bytes(as_csv(ROWS))
    return file


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(LAPTOP, id="laptop"),
        pytest.param(PHONE, id="phone"),
        pytest.param(LAPTOP_WITHOUT_SCRIPT, id="without script"),
    ],
)
def test_fay_brings_case_notes_in_and_jo_reads_them_beside_aminas_words(
    browsing: Browsing, fay: Staff, jo: Staff, extract: Path, screen: Screen
) -> None:
    page = browsing(screen, fay)
    rehearse(page, extract)
    found = OneImportPage(page, extract.name)
    found.says("4 rows read. Nothing has come in yet")
    assert found.counts() == REHEARSED
    assert found.problems() == PROBLEMS
    at_jos = browsing(screen, jo)
    jo_reads_nothing_of_it(at_jos)

    refused_come_down_once(found)
    found.bring_in()
    found.says("4 rows read. It has come in")
    jo_reads_it(at_jos)
    again(page, extract)


def rehearse(page: Page, extract: Path) -> None:
    imports = ImportsPage(page)
    imports.name_a_system(SYSTEM, held_by="Leaving care")
    imports.hand_in(extract, SYSTEM, "Case notes, with columns that I name next")
    imports.say_what_columns_mean("Case notes of LCS", **NAMED)


def refused_come_down_once(found: OneImportPage) -> None:
    refused = found.download_the_refused()
    assert "'=HYPERLINK(1)" in refused
    assert "31/02/2026" in refused
    assert "damp wall" not in refused
    found.page.reload()
    expect(found.page.get_by_role("main")).to_contain_text("are not kept any more")
    expect(found.page.get_by_role("button", name="Download the refused rows")).to_have_count(0)


def jo_reads_nothing_of_it(page: Page) -> None:
    person = PeoplePage(page).open("Amina Yusuf", heading="Amina")
    expect(person.page.get_by_role("main")).to_contain_text("Nothing yet")


def jo_reads_it(page: Page) -> None:
    person = PeoplePage(page).open("Amina Yusuf", heading="Amina")
    expect(person.record).to_contain_text("We rang the landlord together.")
    expect(person.record.get_by_role("heading", name="Home visit")).to_have_count(1)


def again(page: Page, extract: Path) -> None:
    """The same file twice: nothing in it would change anything but rows that were refused."""
    imports = ImportsPage(page)
    imports.begin()
    imports.hand_in(extract, SYSTEM, "Case notes, as in “Case notes of LCS”")
    found = OneImportPage(page, extract.name)
    assert found.counts() == REHEARSED | {"new": "0", "unchanged": "1"}
    page.get_by_role("button", name="Throw the file away").click()
    check_page(page, "Imports")
