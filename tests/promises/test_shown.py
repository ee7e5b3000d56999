from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from flask import Flask

from portal.promises.models import Promise, PromiseChange
from portal.promises.shown import PromiseShown, State

TODAY = datetime(2026, 3, 6, 12, tzinfo=UTC)


def promised(
    due_on: date, kept_at: datetime | None = None, *, changed: bool = False
) -> PromiseShown:
    changes = (PromiseChange(what_before="ring", due_before=due_on, reason="ill"),)
    promise = Promise(what="ring the landlord", due_on=due_on, kept_at=kept_at)
    return PromiseShown(promise, "Jo Marsh", changes if changed else ())


@pytest.mark.parametrize(
    ("days", "changed", "state"),
    [
        (0, False, State.OPEN),
        (1, False, State.OPEN),
        (-1, False, State.LATE),
        (1, True, State.CHANGED),
        (-1, True, State.LATE),
    ],
)
def test_a_promise_is_open_changed_or_late_by_its_day(
    app: Flask, days: int, changed: bool, state: State
) -> None:
    with time_machine.travel(TODAY, tick=False):
        shown = promised(TODAY.date() + timedelta(days=days), changed=changed)

        assert shown.state is state


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (2, "Kept, two days early"),
        (0, "Kept on the day"),
        (-1, "Kept, one day late"),
        (-9, "Kept, 9 days late"),
    ],
)
def test_a_kept_promise_says_how_early_or_late(app: Flask, days: int, words: str) -> None:
    shown = promised(TODAY.date() + timedelta(days=days), kept_at=TODAY)

    assert (shown.state, shown.words) == (State.KEPT, words)


def test_the_day_ends_by_the_councils_clocks(app: Flask) -> None:
    # Half past midnight in the council's summer is still the day before in UTC.
    with time_machine.travel(datetime(2026, 7, 1, 23, 30, tzinfo=UTC), tick=False):
        shown = promised(date(2026, 7, 1))

        assert shown.state is State.LATE
