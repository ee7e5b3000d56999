from __future__ import annotations

import io
import zipfile

import pytest

from portal.accounts.models import Staff
from tests.client import Client
from tests.conftest import SignedInAs
from tests.records.arriving import Desk
from tests.records.at_the_page import hand_in, words_of
from tests.records.extracts import a_note, as_csv


@pytest.fixture
def laptop(lcs: Desk, importer: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(importer)


def a_workbook() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"note_id,lcs_id\n", "The file is empty: it has a first line and no rows."),
        (a_workbook(), "This is a workbook or a packed file, not CSV. Save it as CSV first."),
        (as_csv([("N1", "A1")], ("note_id", "lcs_id")), "It lacks: note_date, note_type,"),
    ],
)
def test_a_file_that_is_no_extract_is_said_beside_the_box_and_the_rest_is_kept(
    laptop: Client, content: bytes, said: str
) -> None:
    answer = hand_in(laptop, content, holds="LCS case notes")

    assert answer.status_code == 422
    assert said in answer.text
    assert answer.text.count(" selected>") == 2
    assert "No file has come in yet" in words_of(laptop, "/imports/")


def test_a_standard_file_of_another_shape_is_told_what_it_lacks(laptop: Client) -> None:
    answer = hand_in(laptop, as_csv([a_note("N1", "A1")]), holds="A standard file")

    assert answer.status_code == 422
    assert "It lacks: " in answer.text


def test_a_file_above_fifty_megabytes_is_told_of_the_command(laptop: Client) -> None:
    answer = laptop.post(
        "/imports/new",
        token=False,
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(51 * 1024 * 1024)},
    )

    assert answer.status_code == 413
    assert "The command “flask import-records” takes any size." in answer.text


def test_no_file_at_all_is_pointed_out(laptop: Client) -> None:
    answer = laptop.fill_in("/imports/new")

    assert answer.status_code == 422
    assert "Choose a file." in answer.text
    assert "Choose where the file comes from." in answer.text


def test_a_stale_page_keeps_what_was_chosen(laptop: Client) -> None:
    answer = hand_in(laptop, as_csv([a_note("N1", "A1")]), holds="LCS case notes", form_token="old")

    assert answer.status_code == 422
    assert "This page was open for a long time." in answer.text
    assert answer.text.count(" selected>") == 2


def test_a_case_system_is_named_on_the_page(laptop: Client) -> None:
    teams = laptop.page("/imports/sources/new").select("option")
    answer = laptop.fill_in("/imports/sources/new", name="Homes", team=str(teams[1]["value"]))

    assert [option.get_text() for option in teams[1:]] == ["Leaving care"]
    assert answer.location == "/imports/new"
    assert "Homes" in laptop.get("/imports/new").text


def test_a_case_system_is_named_once(laptop: Client) -> None:
    teams = laptop.page("/imports/sources/new").select("option")
    answer = laptop.fill_in("/imports/sources/new", name="LCS", team=str(teams[1]["value"]))

    assert answer.status_code == 422
    assert "This name is taken." in answer.text
