"""The same extract brought in twice: by the portal, and by the barest script there is."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from portal import config, parts
from portal.accounts.models import Account, CareLeaver, Reference, Role, Team, TeamKind
from portal.accounts.viewers import Housekeeping
from portal.consent import beneath
from portal.db import Base, Database, acting_as, clock, session, use
from portal.migrating import migrate
from portal.records import actions, work
from portal.records.models import Import, Mapping, Source
from tests.councils import westmoor
from tests.records.extracts import COLUMNS, HEADER, a_note

Thing = TypeVar("Thing", bound=Base)

PEOPLE = 300
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
TEXT = 'Met at the flat. Talked about "work" and the lamp, number {}.\nRang later, all fine.'
assert parts.PARTS


@dataclass(frozen=True)
class Place:
    """A folder with a database of nobody but 300 care leavers, and an extract about them."""

    folder: Path
    source: Source
    mapping: Mapping
    people: dict[str, UUID]

    @property
    def extract(self) -> Path:
        return self.folder / "notes.csv"


def prepare(folder: Path, count: int) -> Place:
    config.use(westmoor(folder))
    beneath.lay()
    database = Database(config.current().database_url)
    migrate(database.engine)
    use(database)
    with acting_as(_keeper(), writes=True):
        place = _settle(folder)
    _write_extract(place.extract, count)
    return place


def bring_in(place: Place) -> None:
    """Hand in, rehearse, import."""
    with acting_as(_keeper(), writes=True):
        import_id = actions.hand_in_by_command(
            place.source,
            str(place.extract),
            file_name="notes.csv",
            mapping=place.mapping,
            staff_id=None,
        ).id
    work.carry_on(import_id)
    with acting_as(_keeper(), writes=True):
        actions.let_in(session.get_one(Import, import_id))
    work.carry_on(import_id)


def _settle(folder: Path) -> Place:
    team = _kept(Team(name="Leaving care", kind=TeamKind.LEAVING_CARE))
    source = _kept(Source(name="LCS", team_id=team.id))
    mapping = _kept(Mapping(name="LCS case notes", columns=COLUMNS))
    people = {}
    for number in range(PEOPLE):
        person = _kept(Account(role=Role.CARE_LEAVER))
        name = f"P{number}"
        _kept(CareLeaver(id=person.id, first_name=name, last_name="", team_id=team.id))
        _kept(Reference(care_leaver_id=person.id, system=source.name, value=name))
        people[name] = person.id
    return Place(folder, source, mapping, people)


def _write_extract(path: Path, count: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        write = csv.writer(file).writerow
        write(HEADER)
        for number in range(count):
            write(a_note(f"N{number}", f"P{number % PEOPLE}", TEXT.format(number)))


def _kept(thing: Thing) -> Thing:
    session.add(thing)
    session.flush()
    return thing


def _keeper() -> Housekeeping:
    return Housekeeping(now=clock(), name="import")
