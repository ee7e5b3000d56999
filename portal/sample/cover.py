"""One PA is away, and another covers: whoever is at home then sees whom, and the inbox too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from portal.accounts.models import Allocation, Away, Staff
from portal.sample.cast import STAFF
from portal.sample.days import at
from portal.sample.people import Person, chance_of, random_id
from portal.sample.staffing import Staffing

SINCE, BACK_IN = timedelta(days=3), timedelta(days=8)


def away_and_cover(made: Staffing) -> tuple[Staff, Staff]:
    """Nobody of the cast: they are there to be tried."""
    cast = {member.id for member in STAFF}
    away, cover, *_ = (pa for pa in made.pas if pa.id not in cast)
    return away, cover


def away_in(made: Staffing) -> Iterator[Away]:
    away, _ = away_and_cover(made)
    yield Away(
        id=random_id(chance_of(made.seed, "away")),
        staff_id=away.id,
        start_at=at(made.until - SINCE, 9),
        end_at=at(made.until + BACK_IN, 9),
    )


def cover_of(made: Staffing, person: Person) -> Iterator[Allocation]:
    """For whoever has the PA who is away: until they are back, and never longer than 14 days."""
    away, cover = away_and_cover(made)
    if made.pas[person.number % len(made.pas)].id != away.id:
        return
    start = at(made.until - SINCE, 9)
    yield Allocation(
        id=random_id(chance_of(made.seed, "cover", person.number)),
        care_leaver_id=person.id,
        staff_id=cover.id,
        is_cover=True,
        start_at=start,
        end_at=at(made.until + BACK_IN, 9),
        given_by_id=made.managers[0].id,
        confirmed_by_id=made.managers[1].id,
        confirmed_at=start,
    )
