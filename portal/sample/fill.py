"""Makes the sample council in an empty database: always the same from a seed and a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import select

from portal import hours
from portal.accounts.models import Account
from portal.accounts.viewers import Housekeeping
from portal.db import Base, acting_as, clock, session
from portal.sample.arriving import the_person
from portal.sample.bringing_in import bring_in
from portal.sample.choices import choices_of
from portal.sample.circle import Circle
from portal.sample.cover import away_in, cover_of
from portal.sample.extracts import Extracts
from portal.sample.looking import look_at_the_cast
from portal.sample.people import Person, chance_of, person
from portal.sample.relations import allocations_of, authors_for, involvements_of, manager_of, pa_of
from portal.sample.staffing import Staffing, staffing_for
from portal.sample.voices import voice_of
from portal.sample.writing import write
from portal.sample.year import year_of

AT_ONCE = 100
RECORDS_OF_A_PERSON = 40
PUBLISHED_ROWS = 2
Told = Callable[[str], object]


@dataclass(frozen=True)
class Plan:
    """How large a council, from which seed, and its last day: nothing happens after it."""

    people: int
    records: int
    seed: int
    until: date

    @classmethod
    def of(cls, people: int, records: int | None, seed: int) -> Plan:
        yesterday = hours.local(clock()).date() - timedelta(days=1)
        return cls(people, records or people * RECORDS_OF_A_PERSON, seed, yesterday)

    def notes_for(self, number: int) -> int:
        """How many notes are about this person, so that all records are as many as asked."""
        each, more = divmod(max(self.records - PUBLISHED_ROWS * self.people, 0), self.people)
        return each + (number < more)


def is_empty() -> bool:
    """Whether nobody is in the portal yet."""
    with acting_as(Housekeeping(now=clock(), name="sample")):
        return session.scalar(select(Account.id).limit(1)) is None


def fill(plan: Plan, told: Told = print) -> None:
    made = staffing_for(plan.seed, plan.people, plan.until)
    write([*made.rows, *away_in(made)])
    with TemporaryDirectory(prefix="extracts-") as name:
        folder = Path(name)
        with Extracts(folder) as extracts:
            for first in range(0, plan.people, AT_ONCE):
                last = min(first + AT_ONCE, plan.people)
                people = [person(plan.seed, n, plan.until) for n in range(first, last)]
                write(row for one in people for row in _life(plan, made, one, extracts))
                told(f"{last} of {plan.people} care leavers have had their year.")
        told("Their case records are coming in.")
        bring_in(made, folder)
    look_at_the_cast(plan.seed, plan.until)


def _life(plan: Plan, made: Staffing, one: Person, extracts: Extracts) -> Iterator[Base]:
    yield from the_person(made, one)
    yield from allocations_of(made, one)
    yield from cover_of(made, one)
    yield from involvements_of(made, one)
    yield from choices_of(made, one)
    pa = pa_of(made, one)
    year = year_of(plan.seed, one, pa.first_name, plan.until, plan.notes_for(one.number))
    circle = Circle(
        care_leaver_id=one.id,
        team_id=made.leaving_care,
        pa_id=pa.id,
        manager_id=manager_of(made, one).id,
        topics=made.topics,
        until=plan.until,
        chance=chance_of(plan.seed, "voice", one.number),
    )
    for said in year.said:
        yield from voice_of(circle, said)
    extracts.write_person(plan.seed, one, pa.name, plan.until)
    extracts.write_notes(one, year.noted, authors_for(made, one))
