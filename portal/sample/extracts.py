"""Case records of the sample council, written as its systems would hand them out."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from portal.sample import statutory
from portal.sample.layouts import LAYOUTS, Layout
from portal.sample.people import Person
from portal.sample.year import Noted


class Extracts:
    """The open files of all systems. Rows are written as they come, and none is held."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open = ExitStack()
        self._numbers = dict.fromkeys(LAYOUTS, 0)
        self._notes = {system: self._writer(system, kept) for system, kept in LAYOUTS.items()}
        self._people = self._writer("ssd_person", Layout(statutory.PERSON))
        self._statuses = self._writer("ssd_care_leavers", Layout(statutory.CARE_LEAVER))

    def __enter__(self) -> Extracts:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.csv"

    def write_person(self, seed: int, person: Person, pa: str, until: date) -> None:
        self._people.writerow(statutory.person_row(person))
        self._statuses.writerow(statutory.care_leaver_row(seed, person, pa, until))

    def write_notes(
        self, person: Person, notes: Sequence[Noted], authors: Mapping[str, tuple[str, str]]
    ) -> None:
        """The notes about one person; `authors` says who writes in each system, for which team."""
        for note in notes:
            self._numbers[note.system] += 1
            number = 100_000 + self._numbers[note.system]
            author, team = authors[note.system]
            self._notes[note.system].writerow(
                (
                    f"{note.system.upper()}-{number}",
                    person.reference_in(note.system),
                    note.on.strftime(LAYOUTS[note.system].day),
                    note.type,
                    note.title,
                    note.text,
                    author,
                    team,
                    note.topic,
                )
            )

    def _writer(self, name: str, layout: Layout) -> Any:
        opened = open(self.path(name), "w", encoding=layout.encoding, newline="")  # noqa: SIM115
        writer = csv.writer(self._open.enter_context(opened), delimiter=layout.separator)
        writer.writerow(layout.columns)
        return writer
