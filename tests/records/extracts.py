"""Small extracts, as a case system would write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from portal.records import reading
from portal.records.extract import Extract, RefusedRow
from portal.records.notes import notes_shape
from portal.records.rows import Read
from portal.records.rules import Problem, Rule
from portal.records.shapes import published_shape

TODAY = date(2026, 11, 23)
COLUMNS = {
    "id": "note_id",
    "person": "lcs_id",
    "date": "note_date",
    "type": "note_type",
    "title": "heading",
    "text": "note",
    "author": "written_by",
    "team": "team",
    "topic": "",
}
HEADER = tuple(column for column in COLUMNS.values() if column)


def a_note(key: str, person: str, text: str = "Met at the flat.", **more: str) -> list[str]:
    """One row of case notes, in the order of the header."""
    said = {
        "note_id": key,
        "lcs_id": person,
        "note_date": "03/03/2026",
        "note_type": "Visit",
        "heading": "Home visit",
        "note": text,
        "written_by": "J Marsh",
        "team": "Leaving care",
    }
    return [(said | more)[column] for column in HEADER]


def as_csv(rows: Iterable[Sequence[str]], header: Sequence[str] = HEADER, **how: str) -> bytes:
    encoding = how.pop("encoding", "utf-8")
    text = io.StringIO(newline="")
    csv.writer(text, **how).writerows([header, *rows])  # type: ignore[arg-type]
    return text.getvalue().encode(encoding)


def read(
    content: bytes, columns: dict[str, str] | None = None
) -> tuple[list[Read], list[RefusedRow]]:
    """Everything in a file: what was read, and what was refused."""
    file = io.BytesIO(content)
    layout = reading.layout_of(file)
    shape = notes_shape(columns) if columns else published_shape(layout.columns)
    batches = list(Extract(file, layout, shape, TODAY).batches(0))
    return (
        [row for batch in batches for row in batch.read],
        [row for batch in batches for row in batch.refused],
    )


def notes_in(*rows: Sequence[str]) -> list[Read]:
    """What these case notes say; none may be refused."""
    good, refused = read(as_csv(rows), COLUMNS)
    assert refused == []
    return good


def problems_in(*rows: Sequence[str]) -> list[Problem]:
    _, refused = read(as_csv(rows), COLUMNS)
    return [problem for row in refused for problem in row.problems]


def rules_in(content: bytes) -> list[tuple[str, Rule]]:
    """Column and rule of everything that is refused in a file of a published shape."""
    _, refused = read(content)
    return [(problem.column, problem.rule) for row in refused for problem in row.problems]
