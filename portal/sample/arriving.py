"""The care leavers themselves: how they come in, and their number in each system."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from portal.accounts.hashing import hash_of
from portal.accounts.models import Account, CareLeaver, Reference, Role
from portal.db import Base
from portal.sample.cast import PIN
from portal.sample.days import YEAR, at
from portal.sample.people import Person, chance_of, random_id
from portal.sample.staffing import Staffing


def the_person(made: Staffing, person: Person) -> Iterator[Base]:
    """Their account, themselves, and the references by which records of theirs are known."""
    chance = chance_of(made.seed, "comes in", person.number)
    came_in = at(made.until - timedelta(days=YEAR + 3 + chance.randrange(60)), 15)
    yield Account(id=person.id, role=Role.CARE_LEAVER)
    care_leaver = CareLeaver(
        id=person.id,
        first_name=person.first_name,
        last_name=person.last_name,
        called=person.first_name if person.has_come_in else None,
        born_on=person.born_on,
        language=person.language,
        team_id=made.leaving_care,
        pin_hash=hash_of(PIN) if person.is_cast else None,
        came_in_at=came_in if person.has_come_in else None,
        told_at=came_in if person.has_come_in else None,
    )
    # Numbers of this range are kept free for made-up people.
    care_leaver.contact = f"07700 900{person.number % 1000:03d}"
    yield care_leaver
    for key, source in made.sources.items():
        yield Reference(
            id=random_id(chance),
            care_leaver_id=person.id,
            system=source.name,
            value=person.reference_in(key),
        )
