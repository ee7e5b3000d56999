"""Whether a note speaks to its reader, or about them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.notes.coach.hints import Hint, Kind
from portal.notes.coach.sentences import Sentence

_YOU = re.compile(r"\b(?:you|your|yours|yourself|you['’]\w+)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:the|this|above)[ -](?:young (?:person|man|woman|lady)|care leaver|child|client|"
    r"service user|above named|named|subject|resident|tenant|student)\b|\bYPs?\b|"
    r"\byoung person\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:she|he|her|him|his|hers|herself|himself)\b", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:mum|mam|mother|dad|father|brother|sister|aunt\w*|uncle|nan|gran\w*|grandad|cousin|"
    r"friend|boyfriend|girlfriend|partner|neighbour|landlord|landlady|carer|teacher|tutor|nurse|"
    r"doctor|judge|police|officer|driver|manager|solicitor|worker|adviser|man|woman|boy|baby|son|"
    r"daughter|[A-Z]\w+ of (?:the )?\w+)s?\b"
)
_OPENING = re.compile(r"\b(?:dear|hello|hi|thank you|thanks|sorry|well done),?\s*$", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“‘][^\"”’]*[\"”’]")


def third_hints(sentence: Sentence, before: str, called: tuple[str, ...]) -> Iterator[Hint]:
    """At most one a sentence. `before` is the one before it; `called` are the reader's names."""
    found = _ABOUT.search(_unquoted(sentence)) or _by_name(sentence, called)
    found = found or _by_pronoun(sentence, before)
    if found:
        start = sentence.start + found.start()
        yield Hint(Kind.THIRD, start, start + len(found.group()), found.group())


def speaks_to(text: str, called: tuple[str, ...]) -> bool:
    """Says the reader's name and "you", somewhere."""
    named = any(re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) for name in called)
    return named and bool(_YOU.search(text))


def _unquoted(sentence: Sentence) -> str:
    return _QUOTED.sub(lambda quoted: " " * len(quoted.group()), sentence.text)


def _by_name(sentence: Sentence, called: tuple[str, ...]) -> re.Match[str] | None:
    """The name in the middle of what is said, and not as one calls somebody."""
    for name in called:
        for found in re.finditer(rf"\b{re.escape(name)}\b", _unquoted(sentence)):
            after = sentence.text[found.end() :].lstrip()
            called_to = _OPENING.search(sentence.text, 0, found.start())
            if not called_to and after and after[0] not in ",.!?:;" and not _comma(sentence, found):
                return found
    return None


def _comma(sentence: Sentence, found: re.Match[str]) -> bool:
    return sentence.text[: found.start()].rstrip().endswith(",") and bool(
        _YOU.search(sentence.text)
    )


def _by_pronoun(sentence: Sentence, before: str) -> re.Match[str] | None:
    """She or he, where nobody else was spoken of and the sentence does not say "you"."""
    said = _unquoted(sentence)
    if _YOU.search(said) or _SOMEBODY_ELSE.search(said) or _somebody_in(before):
        return None
    return _PRONOUN.search(said)


def _somebody_in(before: str) -> bool:
    return bool(_SOMEBODY_ELSE.search(before) or _PRONOUN.search(before))
