"""A case system, and files that come in from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import CareLeaver, Reference, Staff, Team
from portal.accounts.viewers import Housekeeping, StaffViewer
from portal.db import acting_as, clock, session
from portal.records import actions, work
from portal.records.models import CaseRecord, Import, Mapping, Source
from portal.records.stages import Stage, stage_of
from tests.records.extracts import COLUMNS, as_csv

SYSTEM = "LCS"


def keeper() -> Housekeeping:
    return Housekeeping(now=clock(), name="import")


def a_source(team: Team, name: str = SYSTEM) -> Source:
    with acting_as(keeper(), writes=True):
        source = Source(name=name, team_id=team.id)
        session.add(source)
    return source


def a_mapping(name: str = "LCS case notes", **columns: str) -> Mapping:
    with acting_as(keeper(), writes=True):
        mapping = Mapping(name=name, columns=COLUMNS | columns)
        session.add(mapping)
    return mapping


def known_as(person: CareLeaver, value: str, system: str = SYSTEM) -> None:
    """The case system calls them this."""
    with acting_as(keeper(), writes=True):
        session.add(Reference(care_leaver_id=person.id, system=system, value=value))


class Desk:
    """Where files of one source are rehearsed and brought in."""

    def __init__(self, folder: Path, source: Source, mapping: Mapping) -> None:
        self.folder, self.source, self.mapping = folder, source, mapping

    def file(self, rows: Iterable[Sequence[str]]) -> Path:
        path = self.folder / "notes.csv"
        path.write_bytes(as_csv(rows))
        return path

    def hand_in(self, path: Path, *, standard: bool = False) -> UUID:
        mapping = None if standard else self.mapping
        with acting_as(keeper(), writes=True):
            return actions.hand_in_by_command(
                self.source, str(path), file_name=path.name, mapping=mapping, staff_id=None
            ).id

    def rehearse(self, *rows: Sequence[str]) -> Import:
        import_id = self.hand_in(self.file(rows))
        work.carry_on(import_id)
        return the_import(import_id)

    def let_in(self, found: Import) -> Import:
        with acting_as(keeper(), writes=True):
            actions.let_in(session.get_one(Import, found.id))
        work.carry_on(found.id)
        return the_import(found.id)

    def bring_in(self, *rows: Sequence[str]) -> Import:
        found = self.rehearse(*rows)
        assert stage_of(found) is Stage.REHEARSED, found.fault
        return self.let_in(found)


def the_import(import_id: UUID) -> Import:
    with acting_as(keeper()):
        return session.get_one(Import, import_id)


def counts(found: Import) -> dict[str, int]:
    """Only what is not nought."""
    names = ("new", "changed", "unchanged", "waiting", "refused")
    return {name: getattr(found, name) for name in names if getattr(found, name)}


def records_of(person: CareLeaver) -> Sequence[CaseRecord]:
    with acting_as(keeper()):
        return session.scalars(
            select(CaseRecord)
            .where(CaseRecord.care_leaver_id == person.id)
            .order_by(CaseRecord.foreign_id)
        ).all()


def seen_by(person: Staff) -> list[str]:
    """The ids of the case records that this member of staff sees."""
    with acting_as(StaffViewer(now=clock(), staff_id=person.id)):
        return list(session.scalars(select(CaseRecord.foreign_id).order_by(CaseRecord.foreign_id)))
