"""How each of the four case systems writes its extract.

Each has its own column names, separator and way to write a day, so that the importer has to be
told as a real one would.
"""

from __future__ import annotations

from dataclasses import dataclass

FIELDS = ("id", "person", "date", "type", "title", "text", "author", "team", "topic")


@dataclass(frozen=True)
class Layout:
    columns: tuple[str, ...]
    separator: str = ","
    day: str = "%Y-%m-%d"
    encoding: str = "utf-8"

    @property
    def mapping(self) -> dict[str, str]:
        """Which column means what, as the council tells the importer once."""
        return dict(zip(FIELDS, self.columns, strict=True))


def _columns(named: str) -> tuple[str, ...]:
    return tuple(named.split("/"))


LAYOUTS = {
    "lcs": Layout(
        _columns(
            "CaseNoteID/PersonID/NoteDate/NoteType/NoteTitle/NoteText/Author/Team/PathwayTopic"
        ),
        day="%d/%m/%Y",
        encoding="utf-8-sig",
    ),
    "housing": Layout(
        _columns("Ref/Tenant ref/Date/Category/Summary/Details/Officer/Office/Topic"),
        separator=";",
    ),
    "nwd": Layout(
        _columns("contact/young_person/on/contact_type/heading/notes/staff_name/hub/topic"),
        separator="\t",
        day="%d-%m-%Y",
    ),
    "vs": Layout(
        _columns("Entry/Pupil/Entered on/Type/Title/Text/Entered by/Phase/Topic"),
        day="%d %b %Y",
    ),
}
