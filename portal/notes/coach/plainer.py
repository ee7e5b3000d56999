"""Words of the trade and words that blame, each with a plainer way to say it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from portal.notes.coach.hints import Hint, Kind

SEED = Path(__file__).parent.parent / "words" / "plainer.json"


@dataclass(frozen=True)
class Plainer:
    """A word or a few, with `*` at its end for any ending, and what could stand there instead."""

    kind: Kind
    words: str
    instead: str


def seed() -> tuple[Plainer, ...]:
    """The list that a council begins with."""
    by_kind = json.loads(SEED.read_text(encoding="utf-8"))
    return tuple(
        Plainer(Kind(kind), words, instead)
        for kind, listed in by_kind.items()
        for words, instead in listed.items()
    )


def plainer_hints(text: str, listed: tuple[Plainer, ...]) -> Iterator[Hint]:
    """The longest that fits at each place, so that one word gives one hint."""
    pattern, entries = _pattern(listed)
    for found in pattern.finditer(text):
        entry = entries[int(str(found.lastgroup)[1:])]
        yield Hint(entry.kind, found.start(), found.end(), found.group(), entry.instead)


@lru_cache(maxsize=8)
def _pattern(listed: tuple[Plainer, ...]) -> tuple[re.Pattern[str], list[Plainer]]:
    longest_first = sorted(listed, key=lambda entry: (-len(entry.words), entry.words))
    choices = "|".join(f"(?P<w{n}>{_as_pattern(e.words)})" for n, e in enumerate(longest_first))
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE), longest_first


def _as_pattern(words: str) -> str:
    stem, star, _ = words.partition("*")
    return _parts(stem.split()) + (r"\w*" if star else "")


def _parts(words: Iterable[str]) -> str:
    return r"\s+".join(re.escape(word) for word in words)
