"""What moving a record would do, in sentences."""

from __future__ import annotations

from datetime import datetime

from portal.consent.queries.onlookers import Onlooker, Outcome
from portal.web.dates import on_day


def in_words(outcome: Outcome) -> list[str]:
    """A line for each: who sees it newly; who no longer, and whether they have read it."""
    new = [f"New: {_named(one)}." for one in outcome.newly]
    gone = [f"No longer: {_gone(one, read_at)}." for one, read_at in outcome.no_longer]
    return [*new, *gone]


def with_outcome(note: str, outcome: Outcome) -> str:
    """Under a choice: what it says anyway, and what it would do, a line each."""
    first = [f"{note[:1].upper()}{note[1:].removesuffix('.')}."] if note else []
    return "\n".join([*first, *in_words(outcome)])


def _named(one: Onlooker) -> str:
    return f"{one.name} ({', '.join(part for part in (one.job, one.team) if part)})"


def _gone(one: Onlooker, read_at: datetime | None) -> str:
    read = f"read it on {on_day(read_at)}" if read_at else "has not opened it"
    return f"{_named(one)}, who {read}"
