"""What an importer fills in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, BinaryIO
from uuid import UUID

from flask_wtf.file import FileField
from wtforms import Field
from wtforms.validators import StopValidation

from portal.accounts.models import Team
from portal.records.models import Mapping, Source
from portal.records.notes import FIELDS, NEEDED, likely
from portal.records.reading import layout_of
from portal.records.rules import Unreadable
from portal.records.work import extract_of
from portal.text import one_line
from portal.web.forms import CreatingForm, Form, Line, Menu

STANDARD, NEW = "standard", "new"
STANDARD_WORDS = "A standard file: ssd_person, ssd_care_leavers or OC3"
NEW_WORDS = "Case notes, with columns that I name next"
TAKEN = "This name is taken. Choose another."


class UploadForm(CreatingForm):
    source = Menu("Where it comes from", required="Choose where the file comes from.")
    holds = Menu("What is in it", required="Choose what is in the file.")
    file = FileField("The file, as CSV")

    def offer(self, sources: Sequence[Source], mappings: Sequence[Mapping]) -> None:
        self.known = {str(mapping.id): mapping for mapping in mappings}
        self.source.offer([(str(source.id), source.name) for source in sources])
        named = [(key, f"Case notes, as in “{one.name}”") for key, one in self.known.items()]
        self.holds.offer([*named, (STANDARD, STANDARD_WORDS), (NEW, NEW_WORDS)])

    @property
    def upload(self) -> BinaryIO:
        stream: BinaryIO = self.file.data.stream
        return stream

    @property
    def mapping(self) -> Mapping | None:
        return self.known.get(self.holds.data or "")

    @property
    def asked(self) -> dict[str, Any]:
        """What was handed in, once it was found to be whole."""
        return {
            "source_id": UUID(self.source.data),
            "upload": self.upload,
            "file_name": one_line(self.file.data.filename)[-120:],
            "form_key": self.form_key.data,
            "is_standard": self.holds.data == STANDARD,
            "mapping_id": self.mapping.id if self.mapping else None,
        }

    def validate_file(self, field: Field) -> None:
        if not field.data or not field.data.filename:
            raise StopValidation("Choose a file.")
        try:
            if self.holds.data == NEW:
                layout_of(self.upload)
            else:
                extract_of(self.upload, self.mapping.columns if self.mapping else None)
        except Unreadable as unreadable:
            raise StopValidation(unreadable.what) from None


class SourceForm(CreatingForm):
    name = Line("Name of the case system", required="Write its name.", longest=80)
    team = Menu("Team that holds its records", required="Choose the team.")

    def offer(self, teams: Sequence[Team], taken: Sequence[str]) -> None:
        self.team.offer([(str(team.id), team.name) for team in teams])
        self.taken = taken

    def validate_name(self, field: Field) -> None:
        if field.data in self.taken:
            raise StopValidation(TAKEN)


class ColumnsForm(Form):
    name = Line("Name for this mapping", required="Give it a name, to find it again.", longest=80)

    def offer(self, columns: Sequence[str], taken: Sequence[str]) -> None:
        """Each field is in one of these columns, or in none where it may be missing."""
        self.names, self.taken, guessed = columns, taken, likely(columns)
        for name, menu in self.menus:
            menu.offer([(column, column) for column in columns])
            if not self.is_submitted():
                menu.data = guessed[name] or None

    @property
    def menus(self) -> list[tuple[str, Menu]]:
        return [(name, self[f"in_{name}"]) for name in FIELDS]

    @property
    def columns(self) -> dict[str, str]:
        return {name: menu.data or "" for name, menu in self.menus}

    def validate_name(self, field: Field) -> None:
        if field.data in self.taken:
            raise StopValidation(TAKEN)


for _name, _words in FIELDS.items():
    _required = "Choose the column." if _name in NEEDED else ""
    setattr(ColumnsForm, f"in_{_name}", Menu(_words, required=_required))
