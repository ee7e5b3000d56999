"""Who stands how to each care leaver: their PA, and whoever of another team works with them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from portal.accounts.models import Allocation, Involvement, Staff
from portal.sample.cast import HARRIET
from portal.sample.days import YEAR, at, some_day
from portal.sample.people import Person, chance_of, random_id
from portal.sample.staffing import Staffing

INVOLVED = {"housing": 0.45, "nwd": 0.35, "vs": 0.4}
PA_CHANGED = 0.15


def pa_of(made: Staffing, person: Person) -> Staff:
    return made.pas[person.number % len(made.pas)]


def manager_of(made: Staffing, person: Person) -> Staff:
    return made.managers[person.number % 2]


def allocations_of(made: Staffing, person: Person) -> Iterator[Allocation]:
    """Their PA, and the one before where it changed within the year."""
    chance = chance_of(made.seed, "allocations", person.number)
    start = at(made.until - timedelta(days=YEAR + 10), 9)
    if chance.random() < PA_CHANGED and not person.is_cast:
        before = made.pas[(person.number + 1) % len(made.pas)]
        change = at(some_day(chance, made.until - timedelta(days=120), within=200), 9)
        yield _allocation(made, person, random_id(chance), before, start, change)
        start = change
    yield _allocation(made, person, random_id(chance), pa_of(made, person), start, None)


def _allocation(
    made: Staffing,
    person: Person,
    key: UUID,
    pa: Staff,
    start: datetime,
    end: datetime | None,
) -> Allocation:
    return Allocation(
        id=key,
        care_leaver_id=person.id,
        staff_id=pa.id,
        start_at=start,
        end_at=end,
        given_by_id=made.managers[0].id,
        confirmed_by_id=made.managers[1].id,
        confirmed_at=start,
    )


def involvements_of(made: Staffing, person: Person) -> Iterator[Involvement]:
    chance = chance_of(made.seed, "involvements", person.number)
    for team, practitioner in _involved(made, person, chance):
        start = at(some_day(chance, made.until - timedelta(days=60), within=200), 9)
        yield Involvement(
            id=random_id(chance),
            care_leaver_id=person.id,
            staff_id=practitioner,
            team_id=made.teams[team].id,
            start_at=start,
            given_by_id=made.managers[0].id,
            confirmed_by_id=made.manager_of(team).id,
            confirmed_at=start,
        )


def _involved(made: Staffing, person: Person, chance: Random) -> Iterator[tuple[str, UUID]]:
    if person.is_cast:
        yield "housing", HARRIET.id
        return
    for team, share in INVOLVED.items():
        if chance.random() < share:
            yield team, chance.choice(made.practitioners(team)).id


def authors_for(made: Staffing, person: Person) -> dict[str, tuple[str, str]]:
    """Who writes about this person in each system, and in which team."""
    chance = chance_of(made.seed, "authors", person.number)
    authors = {"lcs": (pa_of(made, person).name, made.teams["leaving care"].name)}
    for team in INVOLVED:
        # Of the cast only Harriet works with the cast.
        first, *others = made.practitioners(team)
        author = first if person.is_cast and team == "housing" else chance.choice(others)
        authors[team] = (author.name, made.teams[team].name)
    return authors
