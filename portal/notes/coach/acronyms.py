"""Letters that nobody spelled out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from portal.notes.coach.hints import Hint, Kind

_LETTERS = re.compile(r"\b(?:[A-Z]{2,6}s?|[A-Z]{1,3}&[A-Z]{1,3})\b")
# What everybody says as letters, and PA, which each page here spells out.
EVERYDAY = frozenset({"PA", "GP", "TV", "UK", "ID", "OK", "NHS", "BBC", "DVD", "PE", "IT"})
_SPELLED_OUT = re.compile(r"\(([A-Z&]{2,7})\)|\b([A-Z&]{2,7})\s*\(")


def acronym_hints(text: str, known: Collection[str] = EVERYDAY) -> Iterator[Hint]:
    """Each once, where it first stands; none for those that are spelled out somewhere."""
    said = {one or other for one, other in _SPELLED_OUT.findall(text)}
    for found in _LETTERS.finditer(text):
        letters = found.group()
        bare = letters.removesuffix("s")
        if bare in said or bare in known or _is_shouted(text, found):
            continue
        said.add(bare)
        yield Hint(Kind.ACRONYM, found.start(), found.end(), letters)


def _is_shouted(text: str, found: re.Match[str]) -> bool:
    """Within words that are all in capitals: somebody shouts, and abbreviates nothing."""
    around = text[max(0, found.start() - 12) : found.start()] + text[found.end() : found.end() + 12]
    letters = [letter for letter in around if letter.isalpha()]
    return len(letters) > 4 and all(letter.isupper() for letter in letters)
