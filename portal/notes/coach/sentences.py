"""Sentences and words of a text, with where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_END = re.compile(r"[.!?؟።]+[\"'”’)\]]*(?=\s|$)|\n+")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# A full stop after these is not the end of a sentence.
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Rd|no|e\.g|i\.e|etc|approx)|\b[A-Z])$")


@dataclass(frozen=True)
class Sentence:
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> list[str]:
        return _WORD.findall(self.text)


def sentences(text: str) -> Iterator[Sentence]:
    """In order, without the white space around them."""
    begin = 0
    for end in _END.finditer(text):
        if end.group().startswith(".") and _SHORT.search(text, begin, end.start()):
            continue
        yield from _trimmed(text, begin, end.end())
        begin = end.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, begin: int, end: int) -> Iterator[Sentence]:
    inside = text[begin:end]
    bare = inside.strip()
    if bare:
        yield Sentence(begin + inside.index(bare[0]), bare)
