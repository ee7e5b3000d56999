"""Whose year is told, in which words, and up to which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from portal.sample.people import Person
from portal.sample.phrases import say


@dataclass(frozen=True)
class Teller:
    """A person, the words that stand in for names, the last day told of, and chance."""

    person: Person
    slots: Mapping[str, str]
    until: date
    chance: Random

    def say(self, template: str) -> str:
        return say(template, self.chance, self.person.gender, self.slots)
