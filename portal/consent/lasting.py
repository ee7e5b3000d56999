"""Until when: days, weeks and months on the council's clocks, as the instants where they end."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta

from portal import hours

ADULT = 18
A_WEEK = timedelta(days=7)


def until(day: date) -> datetime:
    """The end of that day."""
    return hours.midnight_after(day)


def for_a_week(at: datetime) -> datetime:
    """ "Just this week": the end of the same day of the next week."""
    return until(hours.local(at).date() + A_WEEK)


def in_months(at: datetime, months: int) -> datetime:
    """The end of the same day so many months later, or of that month's last day."""
    today = hours.local(at).date()
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return until(date(year, month + 1, min(today.day, last)))


def eighteenth(born_on: date) -> datetime:
    """The midnight with which somebody's 18th birthday begins; born on 29 February, 1 March."""
    year = born_on.year + ADULT
    leap = (born_on.month, born_on.day) == (2, 29) and monthrange(year, 2)[1] < 29
    birthday = date(year, 3, 1) if leap else born_on.replace(year=year)
    return until(birthday - timedelta(days=1))
