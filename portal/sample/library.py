"""The words of the sample council, read from the files beside this one."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).resolve().parent / "words"

WRITTEN_OUT = ("en", "ar", "ti", "pl")


@cache
def book(name: str) -> Any:
    """One file of words, by its name without the ending."""
    return json.loads((WORDS / f"{name}.json").read_text(encoding="utf-8"))


def entries(language: str) -> dict[str, dict[str, list[str]]]:
    """What is said by itself in this language: by topic, then by kind."""
    if language in WRITTEN_OUT:
        written: dict[str, dict[str, list[str]]] = book(f"entries.{language}")
        return written
    more: dict[str, dict[str, list[str]]] = book("entries.more")[language]
    return more


@cache
def sayings(language: str) -> tuple[tuple[str, str, str], ...]:
    """Every saying of this language, with its topic and its kind."""
    return tuple(
        (topic, kind, saying)
        for topic, kinds in entries(language).items()
        for kind, said in kinds.items()
        for saying in said
    )


@cache
def notes(system: str) -> tuple[tuple[str, str, str, str], ...]:
    """What one case system's notes say by themselves: topic, type, title and text."""
    return tuple((topic, *note) for topic, kept in book("notes")[system].items() for note in kept)
