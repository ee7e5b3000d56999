"""What was chosen and what is locked, at this instant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from tests.architecture.rule.plain import NOW, REACHES, Person, Record, Relation, World

Cell = tuple[UUID | None, UUID | None, str | None]


def in_force(start: datetime, end: datetime | None) -> bool:
    return start <= NOW and (end is None or end > NOW)


def past(at: datetime | None) -> bool:
    return at is not None and at <= NOW


def at_least(reach: str, wanted: str) -> bool:
    return REACHES.index(reach) >= REACHES.index(wanted)


def _cell(choice: Relation) -> Cell:
    return (choice.team, choice.topic, choice.purpose)


class Choices:
    """The yeses of a world, its locks, and what is shared with whom."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.person: dict[UUID, Person] = {person.id: person for person in world.people}

    def all_of(self, cls: str, person: UUID) -> Iterator[Relation]:
        return (r for r in self.world.relations if r.cls == cls and r.person == person)

    def yes(self, person: UUID, *, team: UUID, topic: UUID) -> bool:
        made = [c for c in self.all_of("Choice", person) if (c.team, c.topic) == (team, topic)]
        return self._is_yes(person, made)

    def purpose_yes(self, person: UUID, purpose: str) -> bool:
        return self._is_yes(person, [c for c in self.choices(person) if c.purpose == purpose])

    def counting_is_no(self, person: UUID) -> bool:
        """Nobody was asked yet is not a no; a yes that has run out is, for they said until when."""
        asked = any(c.purpose == "counting" for c in self.choices(person))
        return asked and not self.purpose_yes(person, "counting")

    def choices(self, person: UUID) -> Iterator[Relation]:
        return self.all_of("Choice", person)

    def _is_yes(self, person: UUID, made: list[Relation]) -> bool:
        if not made or past(self.person[person].left_at):
            return False
        latest = max(made, key=lambda choice: choice.id)
        return latest.is_yes and in_force(latest.start, latest.end) and not self._waits(latest)

    def _waits(self, choice: Relation) -> bool:
        """A yes of somebody under 18, while the adult who is named has not said yes too."""
        said = (one for one in self.all_of("Agreement", choice.person) if one.choice == choice.id)
        agreed = any(past(one.start) for one in said)
        return choice.adult_until is not None and not past(choice.adult_until) and not agreed

    def cells(self, person: UUID) -> set[Cell]:
        return {(each.team, each.topic, each.purpose) for each in self.choices(person)}

    def about(self, person: UUID, cell: Cell) -> bool:
        return self._is_yes(person, [c for c in self.choices(person) if _cell(c) == cell])

    def asks(self, adult: UUID, choice: Relation) -> bool:
        """Whether a yes that stands asks this named adult to say yes too."""
        named = (one for one in self.all_of("NamedAdult", choice.person) if one.staff == adult)
        same = [each for each in self.choices(choice.person) if _cell(each) == _cell(choice)]
        stands = choice.is_yes and choice.id == max(each.id for each in same)
        waits = choice.adult_until is not None and not past(choice.adult_until)
        return stands and waits and any(in_force(one.start, one.end) for one in named)

    def locked_open(self, record: Record, team: UUID) -> bool:
        is_own = record.author == record.person
        return (
            not is_own
            and at_least(record.reach, "my_team")
            and any(
                (lock.team, lock.topic) == (team, record.topic)
                and past(lock.confirmed_at)
                and in_force(lock.first_day, lock.end)
                and record.made_at >= lock.first_day
                for lock in self.world.locks
            )
        )

    def shared_with(self, record: Record, team: UUID) -> bool:
        if record.topic is None:
            return False
        chosen = record.reach == "chosen"
        return (
            chosen and self.yes(record.person, team=team, topic=record.topic)
        ) or self.locked_open(record, team)
