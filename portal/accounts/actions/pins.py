"""Says what is wrong with a PIN that somebody chose."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

TOO_SHORT = "Use six digits or more, or two words or more."
TOO_EASY = "That one is easy to guess. Choose another."
LEAST_DIGITS, LEAST_LETTERS = 6, 8


def what_to_mend(chosen: str, born_on: date | None) -> str | None:
    """Why this is no good PIN, if it is none."""
    plain = re.sub(r"[\s./-]", "", chosen)
    if plain.isdecimal():
        if len(plain) < LEAST_DIGITS:
            return TOO_SHORT
        return TOO_EASY if _is_easy(plain) or plain in _birthdays(born_on) else None
    if len(plain) < LEAST_LETTERS:
        return TOO_SHORT
    return TOO_EASY if len(set(plain.lower())) < 4 else None


def _is_easy(digits: str) -> bool:
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(digits)}
    repeats = any(digits == (digits[:n] * len(digits))[: len(digits)] for n in (1, 2, 3))
    return repeats or steps in ({1}, {9})


def _birthdays(born_on: date | None) -> set[str]:
    if born_on is None:
        return set()
    forms = ("%d%m%y", "%d%m%Y", "%m%d%y", "%m%d%Y", "%y%m%d", "%Y%m%d")
    return {born_on.strftime(form) for form in forms}
