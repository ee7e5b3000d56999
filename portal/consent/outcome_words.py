"""What moving a record would do, in sentences."""

from __future__ import annotations

from datetime import datetime

from portal.consent.queries.onlookers import Onlooker, Outcome
from portal.web.dates import on_day
from portal.web.words import listed


def in_words(outcome: Outcome) -> str:
    """Who sees it newly; who no longer, and whether they have read it."""
    said = []
    if outcome.newly:
        said.append(f"New: {listed(_named(one) for one in outcome.newly)}.")
    if outcome.no_longer:
        gone = "; ".join(_gone(one, read_at) for one, read_at in outcome.no_longer)
        said.append(f"No longer: {gone}.")
    return " ".join(said)


def _named(one: Onlooker) -> str:
    return f"{one.name} ({', '.join(part for part in (one.job, one.team) if part)})"


def _gone(one: Onlooker, read_at: datetime | None) -> str:
    read = f"read it on {on_day(read_at)}" if read_at else "has not opened it"
    return f"{_named(one)}, who {read}"
