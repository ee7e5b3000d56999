"""Times as people say them, on the council's clocks: "Tuesday 3 March, 2:15pm"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from portal.db import now
from portal.hours import NAMES, clock, local

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def on_day(at: date) -> str:
    """ "Tuesday 3 March", with the year when it is not this one."""
    day = local(at).date() if isinstance(at, datetime) else at
    year = "" if day.year == local(now()).year else f" {day.year}"
    return f"{NAMES[day.weekday()]} {day.day} {day:%B}{year}"


def at_time(at: datetime) -> str:
    """ "2:15pm"."""
    return clock(local(at).time())


def day_and_time(at: datetime) -> str:
    return f"{on_day(at)}, {at_time(at)}"


def ago(at: datetime) -> str:
    """ "5 minutes ago", "yesterday", and the day once it is longer than a week."""
    passed = now() - at
    if passed < MINUTE:
        return "just now"
    if passed < HOUR:
        return _count(passed // MINUTE, "minute")
    days = (local(now()).date() - local(at).date()).days
    if days == 0:
        return _count(passed // HOUR, "hour")
    if days == 1:
        return "yesterday"
    return _count(days, "day") if days < 7 else on_day(at)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'} ago"
