"""How long a yes lasts: as long as usual, a week, or until a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from portal.consent import lasting
from portal.db import now
from portal.hours import local


class HowLong(StrEnum):
    USUAL = "usual"
    WEEK = "week"
    DAY = "day"


def until(how_long: HowLong, months: int, day: date | None = None) -> datetime:
    """Where it ends: the midnight after its last day, on the council's clocks."""
    match how_long:
        case HowLong.WEEK:
            return lasting.for_a_week(now())
        case HowLong.DAY if day is not None:
            return lasting.until(day)
        case _:
            return lasting.in_months(now(), months)


def last_day(end_at: datetime) -> date:
    """ "Until" a day, as people say it: what ends at midnight lasts the day before."""
    return local(end_at - timedelta(microseconds=1)).date()


def today() -> date:
    return local(now()).date()
