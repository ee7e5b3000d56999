"""Who the care leavers of the sample council are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, cast
from uuid import UUID

from portal.sample.cast import AMINA, CARE_LEAVERS, TYLER
from portal.sample.library import book
from portal.sample.phrases import Gender

LANGUAGES = {AMINA.at: "ar", TYLER.at: "en"}
AGES = {AMINA.at: 19, TYLER.at: 20}
COME_IN = 0.88


@dataclass(frozen=True)
class Person:
    """One care leaver, and the words that their year is told with."""

    number: int
    id: UUID
    first_name: str
    last_name: str
    gender: Gender
    language: str
    born_on: date
    has_come_in: bool
    slots: Mapping[str, str]
    at: str = ""

    @property
    def is_cast(self) -> bool:
        return bool(self.at)

    @property
    def reference(self) -> str:
        """Their number in LCS; every other system has its own."""
        return str(4_100_000 + self.number * 7)

    def reference_in(self, system: str) -> str:
        prefix = {"lcs": "", "housing": "T", "nwd": "NWD-", "vs": "VS"}[system]
        return f"{prefix}{self.reference}"

    def age(self, on: date) -> int:
        return (on - self.born_on).days // 365


def random_id(chance: Random) -> UUID:
    return UUID(int=chance.getrandbits(128), version=4)


def chance_of(seed: int, *what: object) -> Random:
    """Chance that is always the same for the same thing, whatever else was made before."""
    return Random("/".join(map(str, (seed, *what))))  # noqa: S311  # for words, not for secrets


def person(seed: int, number: int, until: date) -> Person:
    chance = chance_of(seed, "person", number)
    if number < len(CARE_LEAVERS):
        return _of_the_cast(chance, number, until)
    language = _language(chance)
    gender: Gender = "f" if chance.random() < 0.45 else "m"
    names = book("names")[language]
    age = chance.choices(range(16, 25), (2, 4, 14, 18, 20, 16, 12, 8, 6))[0]
    return Person(
        number=number,
        id=random_id(chance),
        first_name=chance.choice(names[gender]),
        last_name=chance.choice(names["last"]),
        gender=gender,
        language=language,
        born_on=_birthday(chance, until, age),
        has_come_in=chance.random() < COME_IN,
        slots=_slots(chance),
    )


def _of_the_cast(chance: Random, number: int, until: date) -> Person:
    member = CARE_LEAVERS[number]
    return Person(
        number=number,
        id=member.id,
        first_name=member.first_name,
        last_name=member.last_name,
        gender=cast(Gender, member.gender),
        language=LANGUAGES[member.at],
        born_on=_birthday(chance, until, AGES[member.at]),
        has_come_in=True,
        slots=_slots(chance),
        at=member.at,
    )


def _language(chance: Random) -> str:
    names: dict[str, Any] = book("names")
    return chance.choices(list(names), [kept["share"] for kept in names.values()])[0]


def _birthday(chance: Random, until: date, age: int) -> date:
    return until - timedelta(days=age * 365 + 30 + chance.randrange(300))


def _slots(chance: Random) -> dict[str, str]:
    council = book("council")
    return {
        "area": chance.choice(council["areas"]),
        "college": chance.choice(council["colleges"]),
        "course": chance.choice(council["courses"]),
    }
