"""Words as people type them: what can be kept, what is taken out, and how they are shown.

Joiners, direction marks and isolates are ordinary in Persian, Arabic and emoji, and stay. What
overrides direction (U+202A to U+202E) can make a sentence read as another one, and goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 20_000

# U+FFFD is what a browser sends in place of half a character.
BROKEN = re.compile("[\x00\ud800-\udfff\ufffd]+")
HIDDEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e]")
SPACE = re.compile(r"\s+")
OPENS = frozenset("\u2066\u2067\u2068")
CLOSES = "\u2069"


@dataclass(frozen=True)
class Cleaned:
    """What is left of what was typed, how many characters came broken, how many went."""

    text: str
    broken: int
    taken_out: int


def cleaned(typed: str) -> Cleaned:
    """Line ends become one kind; nothing else that people can see changes."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    whole, broken = BROKEN.subn("", lines)
    text, taken_out = HIDDEN.subn("", whole)
    return Cleaned(text, broken, taken_out)


def one_line(typed: str) -> str:
    """The same on one line, without space around it."""
    return SPACE.sub(" ", cleaned(typed).text).strip()


def begun_large(name: str) -> str:
    """Only its first letter changes: "who I am" keeps its I."""
    return name[:1].upper() + name[1:]


def fenced(text: str) -> str:
    """The same words, with every isolate closed in its own line and none that was never opened.

    What somebody opened and did not close would go on into our own words beside theirs.
    """
    return "\n".join(_fenced_line(line) for line in text.split("\n"))


def _fenced_line(line: str) -> str:
    kept, opened = [], 0
    for character in line:
        if character in OPENS:
            opened += 1
        elif character == CLOSES:
            if not opened:
                continue
            opened -= 1
        kept.append(character)
    return "".join(kept) + CLOSES * opened
