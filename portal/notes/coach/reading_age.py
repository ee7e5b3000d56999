"""How old a reader the words ask for: an estimate, for a hint and for nothing else."""

from __future__ import annotations

import re

from portal.notes.coach.sentences import sentences

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouytd]ed|[^aeiouysxzcg]es)$")
FROM_GRADE = 5  # A reader of school grade 1 is six.
ENOUGH = 30  # words; fewer say nothing


def reading_age(text: str) -> int | None:
    """In years, or None where the text is too short to say.

    The middle of two: the automated readability index (Smith and Senter 1967), which counts
    letters, and the grade of Kincaid and others (1975), which counts syllables.
    """
    said = list(sentences(text))
    words = [word for sentence in said for word in sentence.words]
    if len(words) < ENOUGH:
        return None
    a_sentence = len(words) / len(said)
    letters = sum(len(word) for word in words) / len(words)
    spoken = sum(syllables(word) for word in words) / len(words)
    by_letters = 4.71 * letters + 0.5 * a_sentence - 21.43
    by_syllables = 0.39 * a_sentence + 11.8 * spoken - 15.59
    return max(FROM_GRADE, round((by_letters + by_syllables) / 2 + FROM_GRADE))


def syllables(word: str) -> int:
    """Of an English word, by its groups of vowels; at least one."""
    plain = word.lower()
    return max(1, len(_VOWELS.findall(plain)) - bool(_SILENT.search(plain)))
