"""Reads a passage and says what it notices, in the order of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from portal.notes.coach.acronyms import EVERYDAY, acronym_hints
from portal.notes.coach.addressing import speaks_to, third_hints
from portal.notes.coach.hints import Hint, Kind
from portal.notes.coach.passive import passive_hints
from portal.notes.coach.plainer import Plainer, plainer_hints
from portal.notes.coach.reading_age import ENOUGH, reading_age
from portal.notes.coach.sentences import Sentence, sentences

LONGEST = 20  # words


@dataclass(frozen=True)
class Reading:
    """What the colleague noticed; `age` is None where there is too little to say."""

    hints: tuple[Hint, ...]
    age: int | None
    words: int


def read(
    text: str,
    called: tuple[str, ...],
    listed: tuple[Plainer, ...],
    known: Collection[str] = EVERYDAY,
) -> Reading:
    """`called` are the reader's names, `listed` the council's plainer words, `known` letters."""
    said = list(sentences(text))
    hints = [*plainer_hints(text, listed), *acronym_hints(text, known), *_by_sentence(said, called)]
    words = sum(len(sentence.words) for sentence in said)
    if words >= ENOUGH and not speaks_to(text, called):
        hints.append(Hint(Kind.TO_YOU, 0, 0, ""))
    return Reading(tuple(sorted(hints, key=_where)), reading_age(text), words)


def _by_sentence(said: Sequence[Sentence], called: tuple[str, ...]) -> Iterator[Hint]:
    before = ""
    for sentence in said:
        yield from third_hints(sentence, before, called)
        yield from passive_hints(sentence)
        if len(sentence.words) > LONGEST:
            yield Hint(Kind.LONG, sentence.start, sentence.end, sentence.text)
        before = sentence.text


def _where(hint: Hint) -> tuple[int, int]:
    return hint.start, -hint.end
