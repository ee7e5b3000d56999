"""Days and hours of the sample year, as the council's clocks show them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from portal import config, hours

YEAR = 365


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """That time of that day, on the council's clocks."""
    zone = config.current().zone
    return datetime.combine(day, time(hour, minute), tzinfo=zone).astimezone(UTC)


def some_time(chance: Random, day: date) -> datetime:
    """When somebody writes on a phone: after college, in the evening, and in the night too."""
    hour = chance.choices((1, 8, 13, 16, 18, 20, 22, 23), (2, 2, 3, 5, 5, 6, 4, 2))[0]
    return at(day, hour, chance.randrange(60))


def in_the_office(chance: Random, day: date) -> datetime:
    return at(day, chance.randrange(9, 17), chance.randrange(60))


def answered(chance: Random, said_at: datetime) -> datetime:
    """When staff answer: within a few working days, and never before it was said."""
    day = hours.local(said_at).date()
    later = hours.working_days_after(day, chance.choice((1, 1, 1, 2, 2, 3)))
    return in_the_office(chance, later)


def some_day(chance: Random, until: date, within: int = YEAR) -> date:
    return until - timedelta(days=chance.randrange(within))


def some_working_day(chance: Random, until: date) -> date:
    return working_day_by(some_day(chance, until))


def working_day_by(day: date) -> date:
    """That day, or the last one before it on which somebody worked."""
    while not hours.is_working_day(day):
        day -= timedelta(days=1)
    return day
