"""Sentences with choices in them, so that a few hundred well-written ones make many thousands.

`[this|that]` takes one of them, `{he|she}` what fits the person, `<pa>` a word from outside. They
may stand inside each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Literal

Gender = Literal["m", "f"]
MARKS = re.compile(r"([\[\]{}|]|<\w+>)")
CLOSES = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to go on: by chance, or by who speaks."""

    options: tuple[Phrase, ...]
    by_gender: bool


@dataclass(frozen=True, slots=True)
class Slot:
    name: str


Phrase = tuple[str | Choice | Slot, ...]


def say(template: str, chance: Random, gender: Gender, slots: Mapping[str, str]) -> str:
    """One way to say it. The same chance says the same."""
    said = "".join(_spoken(_parsed(template), chance, gender, slots))
    return " ".join(said.split())


def ways(template: str) -> int:
    """How many different ways there are to say it."""
    return _ways(_parsed(template))


def _ways(phrase: Phrase) -> int:
    count = 1
    for part in phrase:
        if isinstance(part, Choice) and not part.by_gender:
            count *= sum(_ways(option) for option in part.options)
    return count


def _spoken(phrase: Phrase, chance: Random, gender: Gender, slots: Mapping[str, str]) -> list[str]:
    said: list[str] = []
    for part in phrase:
        if isinstance(part, str):
            said.append(part)
        elif isinstance(part, Slot):
            said.append(slots[part.name])
        else:
            said += _spoken(_chosen(part, chance, gender), chance, gender, slots)
    return said


def _chosen(choice: Choice, chance: Random, gender: Gender) -> Phrase:
    if choice.by_gender:
        return choice.options[0 if gender == "m" else 1]
    return choice.options[int(chance.random() * len(choice.options))]


@lru_cache(maxsize=4096)
def _parsed(template: str) -> Phrase:
    marks = [mark for mark in MARKS.split(template) if mark]
    marks.reverse()
    (phrase,) = _options(marks, until="")
    return phrase


def _options(marks: list[str], until: str) -> tuple[Phrase, ...]:
    """What stands between here and the closing mark, parted at the bars. Takes it off `marks`."""
    options: list[list[str | Choice | Slot]] = [[]]
    while marks:
        mark = marks.pop()
        if mark == until:
            break
        if mark == "|":
            options.append([])
        else:
            options[-1].append(_part(mark, marks))
    else:
        if until:
            raise ValueError(f"A {until} is missing.")
    return tuple(map(tuple, options))


def _part(mark: str, marks: list[str]) -> str | Choice | Slot:
    if mark in CLOSES:
        return Choice(_options(marks, CLOSES[mark]), by_gender=mark == "{")
    return Slot(mark[1:-1]) if mark.startswith("<") else mark
