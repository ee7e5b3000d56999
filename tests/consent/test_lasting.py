from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from portal.consent import lasting


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[arg-type,misc]


def test_until_a_day_ends_with_that_day_on_the_councils_clocks(app: Flask) -> None:
    assert lasting.until(date(2026, 1, 10)) == utc(2026, 1, 11)
    assert lasting.until(date(2026, 7, 10)) == utc(2026, 7, 10, 23)


def test_a_day_on_which_the_clocks_change_ends_once(app: Flask) -> None:
    assert lasting.until(date(2026, 3, 29)) == utc(2026, 3, 29, 23)
    assert lasting.until(date(2026, 10, 25)) == utc(2026, 10, 26)


def test_just_this_week_ends_with_the_same_day_of_the_next(app: Flask) -> None:
    assert lasting.for_a_week(utc(2026, 3, 3, 12)) == utc(2026, 3, 11)


def test_late_at_night_in_summer_it_is_the_next_day_already(app: Flask) -> None:
    assert lasting.for_a_week(utc(2026, 7, 1, 23, 30)) == utc(2026, 7, 9, 23)


@pytest.mark.parametrize(
    ("at", "months", "end"),
    [
        (utc(2026, 1, 31, 12), 1, utc(2026, 3, 1)),
        (utc(2027, 12, 31, 12), 2, utc(2028, 3, 1)),
        (utc(2026, 3, 3, 12), 12, utc(2027, 3, 4)),
        (utc(2026, 12, 1, 12), 24, utc(2028, 12, 2)),
        (utc(2026, 1, 10, 12), 6, utc(2026, 7, 10, 23)),
    ],
)
def test_months_end_with_the_same_day_or_with_the_months_last(
    app: Flask, at: datetime, months: int, end: datetime
) -> None:
    assert lasting.in_months(at, months) == end


@pytest.mark.parametrize(
    ("born_on", "birthday"),
    [
        (date(2008, 7, 10), utc(2026, 7, 9, 23)),
        (date(2008, 1, 1), utc(2026, 1, 1)),
        (date(2008, 2, 29), utc(2026, 3, 1)),
    ],
)
def test_the_eighteenth_birthday_begins_at_midnight(
    app: Flask, born_on: date, birthday: datetime
) -> None:
    assert lasting.eighteenth(born_on) == birthday
