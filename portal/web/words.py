"""Small turns of phrase for templates."""

from __future__ import annotations

from collections.abc import Iterable


def first_name(name: str) -> str:
    return name.split()[0] if name.strip() else name


def count(number: int, one: str, many: str = "") -> str:
    """ "1 note", "3 notes", "no notes"."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def listed(things: Iterable[str], joined_by: str = "and") -> str:
    """ "Jo, Sam and Priya"."""
    every = list(things)
    if len(every) < 2:
        return "".join(every)
    return f"{', '.join(every[:-1])} {joined_by} {every[-1]}"
