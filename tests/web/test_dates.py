from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from portal.web.dates import ago, at_time, day_and_time, on_day

NOW = datetime(2026, 6, 30, 13, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def on_a_summer_afternoon(small: Flask) -> Iterator[None]:
    with small.app_context(), travel(NOW, tick=False):
        yield


def test_a_time_is_said_on_the_council_s_clocks() -> None:
    assert day_and_time(NOW) == "Tuesday 30 June, 2:15pm"
    assert at_time(datetime(2026, 3, 3, 14, 15, tzinfo=UTC)) == "2:15pm"


def test_a_day_of_another_year_says_which() -> None:
    assert on_day(date(2025, 3, 3)) == "Monday 3 March 2025"


def test_just_before_midnight_in_utc_it_is_the_next_day_here() -> None:
    assert on_day(datetime(2026, 6, 29, 23, 30, tzinfo=UTC)) == "Tuesday 30 June"


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=3), "3 hours ago"),
        (timedelta(hours=20), "yesterday"),
        (timedelta(days=5), "5 days ago"),
        (timedelta(days=8), "Monday 22 June"),
    ],
)
def test_how_long_ago_is_said_as_people_do(passed: timedelta, said: str) -> None:
    assert ago(NOW - passed) == said
