from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from portal import config, hours
from tests.councils import westmoor


@pytest.fixture(autouse=True)
def in_westmoor(tmp_path: Path) -> Iterator[None]:
    before = config._current.set(westmoor(tmp_path))
    yield
    config._current.reset(before)


def at(day: int, hour: int, minute: int = 0, month: int = 3, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "open_then"),
    [
        (at(3, 9), True),
        (at(3, 8, 59), False),
        (at(3, 16, 59), True),
        (at(3, 17), False),
        (at(7, 12), False),  # a Saturday
        (at(25, 12, month=12), False),
        (at(30, 8, 30, month=6), True),  # 9:30 in summer time
    ],
)
def test_somebody_reads_in_office_hours_alone(instant: datetime, open_then: bool) -> None:
    assert hours.is_open(instant) is open_then


def test_on_friday_evening_somebody_reads_from_monday() -> None:
    assert hours.opens_next(at(6, 18)) == at(9, 9)
    assert hours.reading_now(at(6, 18)) == (
        "Somebody reads this from Monday at 9am. Nobody is reading right now."
    )


def test_before_easter_somebody_reads_from_the_tuesday_after() -> None:
    # Good Friday is 3 April 2026, Easter Monday the 6th; clocks went forward in March.
    assert hours.opens_next(at(2, 20, month=4)) == at(7, 8, month=4)
    assert "from Tuesday at 9am" in hours.reading_now(at(2, 20, month=4))


@pytest.mark.parametrize(
    ("instant", "day"),
    [(at(3, 7), "today"), (at(3, 19), "tomorrow"), (at(24, 18, month=12), "Tuesday")],
)
def test_the_sentence_names_the_day_as_people_do(instant: datetime, day: str) -> None:
    assert f"from {day} at 9am" in hours.reading_now(instant)


def test_in_office_hours_it_says_until_when_and_not_that_somebody_is_there() -> None:
    assert hours.reading_now(at(3, 12)) == "Somebody reads this today until 5pm."


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    assert hours.working_days_after(date(2026, 4, 2), 1) == date(2026, 4, 7)
    assert hours.working_days_after(date(2026, 3, 5), 3) == date(2026, 3, 10)
    assert hours.working_days_after(date(2026, 3, 7), 0) == date(2026, 3, 7)


def test_until_a_day_ends_at_the_council_s_midnight() -> None:
    assert hours.midnight_after(date(2026, 6, 30)) == at(30, 23, month=6)
    assert hours.closes_on(date(2026, 6, 30)) == at(30, 16, month=6)


def test_the_hours_are_said_in_words() -> None:
    assert hours.office_hours() == "Monday to Friday, 9am to 5pm, not on bank holidays"
    assert [hours.clock(time(h, m)) for h, m in ((0, 0), (12, 0), (14, 15), (0, 5))] == [
        "midnight",
        "midday",
        "2:15pm",
        "12:05am",
    ]


def test_bank_holidays_are_known_without_asking_anybody(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("The portal asked somebody else.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    hours._bank_holidays.cache_clear()

    assert not hours.is_working_day(date(2026, 12, 25))
