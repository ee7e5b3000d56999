"""A promise as people see it: still open, kept, late, or changed with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal import hours
from portal.db import now
from portal.promises.models import Promise, PromiseChange


class State(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    CHANGED = "changed"


@dataclass(frozen=True)
class PromiseShown:
    """Who promised what by when, and what came of it."""

    promise: Promise
    by: str
    changes: tuple[PromiseChange, ...] = ()
    # Who keeps it since whoever promised it is gone from them: computed, like the state.
    passed_to: str = ""

    @property
    def state(self) -> State:
        if self.promise.kept_at:
            return State.KEPT
        if self.promise.due_on < hours.local(now()).date():
            return State.LATE
        return State.CHANGED if self.changes else State.OPEN

    @property
    def days_early(self) -> int:
        """By how many days it was kept before its day; less than nothing when it was late."""
        return (self.promise.due_on - self._kept_on).days if self.promise.kept_at else 0

    @property
    def words(self) -> str:
        """The state in words: "Kept, two days early"."""
        if self.state is State.KEPT:
            return _kept(self.days_early)
        names = {State.OPEN: "Still open", State.LATE: "Late", State.CHANGED: "Changed"}
        return names[self.state]

    @property
    def _kept_on(self) -> date:
        kept_at = self.promise.kept_at
        assert kept_at is not None
        return hours.local(kept_at).date()


NUMBERS = ("", "one day", "two days", "three days", "four days", "five days", "six days")


def _kept(days_early: int) -> str:
    if not days_early:
        return "Kept on the day"
    days = abs(days_early)
    number = NUMBERS[days] if days < len(NUMBERS) else f"{days} days"
    return f"Kept, {number} {'early' if days_early > 0 else 'late'}"
