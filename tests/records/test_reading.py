from __future__ import annotations

import io
import zipfile

import pytest

from portal.records import reading
from portal.records.reading import Row
from portal.records.rules import Rule, Unreadable
from tests.records.extracts import COLUMNS, a_note, as_csv, notes_in, read

NAME = "Zoë met Željko’s sister – “fine”"
IN_CP1252 = "Zoë’s café – “fine”"


def rows_of(content: bytes) -> list[Row]:
    file = io.BytesIO(content)
    return list(reading.rows(file, reading.layout_of(file)))


@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", NAME), ("utf-8-sig", NAME), ("cp1252", IN_CP1252)],
)
def test_what_was_said_of_amina_reads_the_same_in_every_encoding(encoding: str, said: str) -> None:
    (note,), _ = read(as_csv([a_note("1", "A1", said)], encoding=encoding), COLUMNS)

    assert note.text == said


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_comma_a_semicolon_or_a_tab_may_stand_between_cells(separator: str) -> None:
    said = "One, two; three\tand four."
    (note,), _ = read(as_csv([a_note("1", "A1", said)], delimiter=separator), COLUMNS)

    assert note.text == said


def test_line_numbers_are_those_of_an_editor_after_quoted_line_breaks() -> None:
    rows = rows_of(b'id;note\r\n1;"one\r\ntwo\r\nthree"\r\n\r\n2;last\r\n')

    assert [(row.line, row.cells[0]) for row in rows] == [(2, "1"), (6, "2")]


def test_a_quotation_mark_left_open_costs_its_own_row_and_no_other() -> None:
    rows = rows_of(b'id,note\n1,"open\n2,"fine"\n3,plain\n4,"also fine"\n5,"open at the end\n')

    assert [(row.line, row.rule) for row in rows] == [
        (2, Rule.QUOTE),
        (3, None),
        (4, None),
        (5, None),
        (6, Rule.QUOTE),
    ]


def test_a_row_with_more_cells_than_columns_is_refused_and_empty_ones_at_its_end_are_not() -> None:
    rows = rows_of(b"id,note\n1,a,b\n2,a,,\n3\n,,,\n")

    assert [(row.line, row.rule) for row in rows] == [(2, Rule.WIDTH), (3, None), (4, Rule.WIDTH)]


def test_a_broken_byte_among_good_ones_refuses_its_row_alone() -> None:
    rows = [a_note("1", "A1", "Zoë and Željko"), a_note("2", "A1", "broken: X")]
    content = as_csv(rows).replace(b"broken: X", b"broken: \xe9")
    good, refused = read(content, COLUMNS)

    assert [note.foreign_id for note in good] == ["1"]
    assert refused[0].problems == ((3, "note", Rule.BROKEN),)


def test_a_null_byte_refuses_its_row_alone() -> None:
    content = as_csv([a_note("1", "A1", "a\x00b"), a_note("2", "A1")])
    good, refused = read(content, COLUMNS)

    assert [note.foreign_id for note in good] == ["2"]
    assert refused[0].problems == ((2, "note", Rule.BROKEN),)


def test_hidden_characters_are_taken_out_and_joiners_stay() -> None:
    (note,) = notes_in(a_note("1", "A1", "می\u200cخواهم\u202e \x07bell"))

    assert note.text == "می\u200cخواهم bell"


def a_zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notes.csv", "id,note\n1,a\n")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n", "empty"),
        (b"id,note\n", "no rows"),
        (a_zip(), "not CSV"),
        (b"\xd0\xcf\x11\xe0 an old workbook", "not CSV"),
        ("id,note\n1,a\n".encode("utf-16"), "UTF-8"),
        (b"\x00\x01\x02\x00\x00\x00", "UTF-8"),
        (b"id,ID\n1,2\n", "twice: id"),
        (b'"id,note\n1,2\n', "first line"),
        (b"id,no\x00te and more words here\n1,2\n", "first line"),
        (b"id,note\n1," + b"a" * 1_000_000, "far too long"),
        (b"id,note\n" + b'1,"a"b\n' * 300, "quotation marks"),
    ],
)
def test_a_file_that_is_no_csv_is_refused_in_plain_words(content: bytes, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        rows_of(content)

    assert said in refused.value.what
