from __future__ import annotations

from datetime import date

import pytest

from portal.records.notes import likely
from portal.records.rules import Rule, Unreadable
from tests.records.extracts import COLUMNS, HEADER, a_note, as_csv, notes_in, problems_in, read


def test_a_note_about_amina_is_read_by_the_councils_own_columns() -> None:
    (note,) = notes_in(a_note("N1", "A1", "She likes\nthe new flat."))

    assert (note.foreign_id, note.person, note.happened_on) == ("N1", "A1", date(2026, 3, 3))
    assert (note.title, note.text) == ("Home visit", "She likes\nthe new flat.")
    assert (note.author, note.type, note.details) == (
        "J Marsh",
        "Visit",
        {"team": "Leaving care"},
    )


def test_a_note_of_the_first_of_1900_has_no_date() -> None:
    (note,) = notes_in(a_note("N1", "A1", note_date="01/01/1900"))

    assert note.happened_on is None


@pytest.mark.parametrize(
    "said", ["- talked about rent", "+44 7700 900123 is her number", "-5 degrees", "@ the library"]
)
def test_a_note_may_begin_with_a_dash_or_a_telephone_number(said: str) -> None:
    (note,) = notes_in(a_note("N1", "A1", said))

    assert note.text == said


@pytest.mark.parametrize(
    "said",
    [
        "=1+1",
        '=HYPERLINK("http://elsewhere.example")',
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "-Sheet!A1",
    ],
)
def test_a_note_that_is_a_formula_is_refused(said: str) -> None:
    assert problems_in(a_note("N1", "A1", said)) == [(2, "note", Rule.FORMULA)]


@pytest.mark.parametrize("column", ["note_id", "lcs_id", "note_date", "note_type", "written_by"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_an_id_a_date_or_a_name_never_begins_like_a_formula(column: str, start: str) -> None:
    row = a_note("N1", "A1", **{column: f"{start}7"})

    assert problems_in(row) == [(2, column, Rule.FORMULA)]


def test_a_row_names_every_rule_that_it_breaks_and_never_the_cell() -> None:
    problems = problems_in(a_note("", "A1", " ", note_date="24/12/2999", heading=""))

    assert problems == [
        (2, "note_id", Rule.MISSING),
        (2, "note_date", Rule.FUTURE),
        (2, "note", Rule.MISSING),
    ]


def test_an_id_as_long_as_a_letter_is_no_id() -> None:
    assert problems_in(a_note("N" * 201, "A1")) == [(2, "note_id", Rule.TOO_LONG)]


def test_the_same_id_twice_is_refused_the_second_time_also_when_batches_lie_between() -> None:
    rows = [a_note(f"N{number}", "A1") for number in range(4_500)]
    problems = problems_in(*rows, a_note("N3", "A1", "Something else."))

    assert problems == [(4_502, "note_id", Rule.TWICE)]


def test_the_same_id_comes_in_when_its_first_row_was_refused() -> None:
    good, refused = read(as_csv([a_note("N1", "A1", "=1"), a_note("N1", "A1")]), COLUMNS)

    assert [note.foreign_id for note in good] == ["N1"]
    assert [row.row.line for row in refused] == [2]


def test_a_mapped_column_that_the_file_lacks_is_named() -> None:
    with pytest.raises(Unreadable) as refused:
        read(as_csv([("N1", "A1", "x")], ("note_id", "lcs_id", "note")), COLUMNS)

    assert "note_date, note_type" in refused.value.what


def test_columns_with_common_names_are_found_by_themselves() -> None:
    guessed = likely(("NOTE_ID", "Person_ID", "Note_Date", "Text", "Colour"))

    assert {field: column for field, column in guessed.items() if column} == {
        "id": "NOTE_ID",
        "person": "Person_ID",
        "date": "Note_Date",
        "text": "Text",
    }
    assert set(HEADER) <= set(COLUMNS.values())
