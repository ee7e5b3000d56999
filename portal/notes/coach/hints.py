"""A hint: what it is about, where it stands in the text, why, and perhaps what to say instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TO_YOU = "to_you"
    THIRD = "third"
    ACRONYM = "acronym"
    JARGON = "jargon"
    BLAME = "blame"
    PASSIVE = "passive"
    LONG = "long"


WHY = {
    Kind.TO_YOU: "A note to somebody says their name and speaks to them: you.",
    Kind.THIRD: "This speaks about the reader. They are the one who reads it.",
    Kind.ACRONYM: "Letters shut out whoever was never told what they stand for.",
    Kind.JARGON: "This is a word of our trade. A plainer one reaches more people.",
    Kind.BLAME: "This can read as blame. What happened, and what came before, says more.",
    Kind.PASSIVE: "Somebody did this. Saying who is fair to the reader.",
    Kind.LONG: "A long sentence. Two short ones are easier on a phone.",
}


@dataclass(frozen=True)
class Hint:
    """`words` are those of the note from `start` to `end`; `instead` is empty where none fits."""

    kind: Kind
    start: int
    end: int
    words: str
    instead: str = ""

    @property
    def why(self) -> str:
        return WHY[self.kind]
