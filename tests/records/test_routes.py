from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from portal.accounts.models import CareLeaver, Staff
from portal.records import files
from tests.cast import Town
from tests.client import HTMX, Client
from tests.conftest import SignedInAs
from tests.records.arriving import Desk, records_of
from tests.records.at_the_page import hand_in, hand_in_notes, words_of
from tests.records.extracts import a_note, as_csv

GOOD, WAITING, BAD = a_note("N1", "A1"), a_note("N2", "X9"), a_note("N3", "A1", "=1+1")


@pytest.fixture
def laptop(lcs: Desk, importer: Staff, signed_in: SignedInAs) -> Client:
    """Fay's, who imports for leaving care."""
    return signed_in(importer)


def upload_of(address: str) -> Path:
    return files.folder() / f"{address.rsplit('/', 1)[1]}.csv"


def test_before_the_first_file_the_page_says_what_will_be_here(laptop: Client) -> None:
    assert "No file has come in yet" in words_of(laptop, "/imports/")


def test_imports_are_one_of_fays_places(laptop: Client) -> None:
    assert laptop.page("/imports/new").select("nav a[href='/imports/']")


def test_fay_sees_what_would_change_and_then_brings_it_in(
    laptop: Client, amina: CareLeaver
) -> None:
    address = hand_in_notes(laptop, GOOD, WAITING, BAD)
    rehearsed = words_of(laptop, address)
    assert "3 rows read. Nothing has come in yet" in rehearsed
    assert "new 1 changed 0 unchanged 0 waiting 1 refused 1" in rehearsed
    assert "4 note The cell starts like a formula." in rehearsed
    assert "1+1" not in rehearsed
    assert (records_of(amina), upload_of(address).exists()) == ([], True)

    answer = laptop.fill_in(address, f"{address}/go")
    assert (answer.status_code, answer.location) == (303, address)
    assert "3 rows read. It has come in" in words_of(laptop, address)
    assert len(records_of(amina)) == 1
    assert not upload_of(address).exists()


def test_sending_the_same_form_twice_hands_in_one_file(laptop: Client) -> None:
    key = str(uuid4())
    sent = [
        hand_in(laptop, as_csv([GOOD]), holds="LCS case notes", form_key=key).location
        for _ in range(2)
    ]

    assert sent[0] == sent[1]
    assert len(laptop.page("/imports/").select("tbody tr")) == 1


def test_new_columns_are_named_once_and_found_by_name_later(
    laptop: Client, amina: CareLeaver
) -> None:
    header = ("id", "person", "date", "note", "colour")
    content = as_csv([("N1", "A1", "03/03/2026", "Met.", "blue")], header)
    columns = hand_in(laptop, content, holds="with columns that I name next").location
    assert columns.endswith("/columns")
    assert "colour" in words_of(laptop, columns)
    shown = laptop.fill_in(columns, in_date="", name="Short notes")
    assert shown.status_code == 422
    assert "Choose the column." in shown.text

    shown = laptop.fill_in(columns, name="Short notes")
    laptop.fill_in(shown.location, f"{shown.location}/go")
    assert [one.text for one in records_of(amina)] == ["Met."]
    again = hand_in(laptop, content, holds="Short notes")
    assert "unchanged 1" in words_of(laptop, again.location)


def test_a_name_for_columns_is_taken_once(laptop: Client) -> None:
    columns = hand_in(laptop, as_csv([GOOD]), holds="with columns that I name next").location
    answer = laptop.fill_in(columns, in_id="note_id", in_person="lcs_id", name="LCS case notes")

    assert answer.status_code == 422
    assert "This name is taken." in answer.text


def test_a_file_thrown_away_leaves_nothing(laptop: Client, amina: CareLeaver) -> None:
    address = hand_in_notes(laptop, GOOD, BAD)
    laptop.fill_in(address, f"{address}/throw-away")

    assert "Nothing of it came in." in words_of(laptop, "/imports/")
    assert laptop.get(address).status_code == 404
    assert not upload_of(address).exists()
    assert records_of(amina) == []


def test_a_file_that_would_change_nothing_is_not_offered_to_come_in(laptop: Client) -> None:
    address = hand_in_notes(laptop, GOOD)
    laptop.fill_in(address, f"{address}/go")
    again = hand_in_notes(laptop, GOOD)

    assert "Nothing in it would change anything." in words_of(laptop, again)
    assert laptop.page(again).select("form[action$=go]") == []


def test_the_refused_rows_are_downloaded_once(laptop: Client) -> None:
    address = hand_in_notes(laptop, GOOD, BAD)
    answer = laptop.fill_in(address, f"{address}/refused")

    assert answer.headers["Content-Disposition"] == "attachment; filename=refused-rows.csv"
    assert "'=1+1" in answer.data.decode("utf-8-sig")
    assert "are not kept any more" in words_of(laptop, address)
    assert laptop.page(address).select("form[action$=refused]") == []


def test_a_poll_is_answered_with_nothing_while_nothing_changed(laptop: Client) -> None:
    address = hand_in_notes(laptop, GOOD)
    unchanged = laptop.get(f"{address}?v=rehearsed-1", headers=HTMX)
    changed = laptop.get(f"{address}?v=reading-0", headers=HTMX)

    assert (unchanged.status_code, unchanged.data) == (204, b"")
    assert 'id="import"' in changed.text
    assert "hx-get" not in changed.text


def test_nobody_but_an_importer_of_that_team_finds_it(
    laptop: Client, town: Town, signed_in: SignedInAs
) -> None:
    address = hand_in_notes(laptop, GOOD)
    answers = [
        signed_in(person).get(address).status_code
        for person in (town.dev, town.jo, town.priya, town.ada, town.amina)
    ]

    assert answers == [404] * 5
    assert signed_in(town.jo).get("/imports/").status_code == 404
    assert address.rsplit("/", 1)[1] not in signed_in(town.dev).get("/imports/").text
