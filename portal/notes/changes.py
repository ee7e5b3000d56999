"""What changed between two versions: words added and words taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS_AND_SPACES = re.compile(r"\s+|[^\s]+")


class Change(StrEnum):
    SAME = "same"
    ADDED = "added"
    TAKEN_AWAY = "taken away"


@dataclass(frozen=True)
class Stretch:
    """Some words in a row, and what became of them."""

    change: Change
    words: str


def what_changed(before: str, after: str) -> list[Stretch]:
    """All that is the same or added, together, is `after`; same or taken away is `before`."""
    old, new = _WORDS_AND_SPACES.findall(before), _WORDS_AND_SPACES.findall(after)
    found: list[Stretch] = []
    for what, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Stretch(Change.SAME, "".join(old[i:j])))
            continue
        if j > i:
            found.append(Stretch(Change.TAKEN_AWAY, "".join(old[i:j])))
        if m > k:
            found.append(Stretch(Change.ADDED, "".join(new[k:m])))
    return found
