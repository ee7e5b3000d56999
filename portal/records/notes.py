"""An extract of case notes, whose columns the council maps once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from portal.records.cells import Cells
from portal.records.models import RecordKind
from portal.records.rows import Read
from portal.records.rules import Rule
from portal.records.shapes import Shape

NEEDED = ("id", "person", "date", "text")
FIELDS = {
    "id": "Id of the note",
    "person": "Id of the person",
    "date": "Date",
    "text": "Text",
    "type": "Type",
    "title": "Title",
    "author": "Author",
    "team": "Team",
    "topic": "Topic of the pathway plan",
}
OFTEN_CALLED = {
    "id": ("id", "note_id", "case_note_id", "casenoteid", "noteid", "note id", "case note id"),
    "person": ("person", "person_id", "personid", "child", "child_id", "person id", "lcs_id"),
    "date": ("date", "note_date", "casenotedate", "date of note", "occurred", "contact date"),
    "text": ("text", "note_text", "note", "notes", "body", "case note", "content"),
    "type": ("type", "note_type", "casenotetype", "note type"),
    "title": ("title", "note_title", "heading", "summary"),
    "author": ("author", "written_by", "created_by", "recorded by", "note_author"),
    "team": ("team", "author_team", "team_name", "workteam"),
    "topic": ("topic",),
}


def notes_shape(columns: Mapping[str, str]) -> Shape:
    """How a note is read when the columns are called so."""

    def read(cells: Cells) -> Read:
        foreign_id, person = cells.key(columns["id"]), cells.key(columns["person"])
        day = cells.day(columns["date"])
        kind, author = cells.short(columns.get("type", "")), cells.short(columns.get("author", ""))
        team, topic = cells.short(columns.get("team", "")), cells.short(columns.get("topic", ""))
        title, text = cells.words(columns.get("title", "")), cells.words(columns["text"])
        if not text and not title:
            cells.refuse(columns["text"], Rule.MISSING)
        cells.done()
        return Read(
            kind=RecordKind.CASE_NOTE,
            foreign_id=foreign_id,
            person=person,
            happened_on=day,
            type=kind,
            title=" ".join(title.split()),
            text=text,
            author=author,
            topic=topic,
            details={"team": team} if team else {},
        )

    mapped = tuple(column for column in columns.values() if column)
    return Shape("case_notes", columns["id"], mapped, read)


def likely(columns: Sequence[str]) -> dict[str, str]:
    """Which column each field may be in, from what they are often called."""
    known = {column.casefold(): column for column in columns if column}
    return {
        field: next((known[name] for name in names if name in known), "")
        for field, names in OFTEN_CALLED.items()
    }
