"""When somebody reads and when nobody does: the office hours and England's bank holidays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache

from govuk_bank_holidays.bank_holidays import BankHolidays

from portal import config

DAY = timedelta(days=1)
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def local(at: datetime) -> datetime:
    """The same instant on the council's clocks."""
    return at.astimezone(config.current().zone)


def is_working_day(day: date) -> bool:
    return day.weekday() in config.current().office_days and day not in _bank_holidays()


def is_open(at: datetime) -> bool:
    """Whether somebody reads at this instant."""
    here, settings = local(at), config.current()
    return is_working_day(here.date()) and settings.opens <= here.time() < settings.closes


def opens_next(at: datetime) -> datetime:
    """The next time that somebody starts to read, after this instant."""
    here, opens = local(at), config.current().opens
    day = here.date() if here.time() < opens else here.date() + DAY
    while not is_working_day(day):
        day += DAY
    return _at(day, opens)


def working_days_after(day: date, number: int) -> date:
    """The working day that comes so many working days after this one."""
    while number > 0:
        day += DAY
        number -= is_working_day(day)
    return day


def closes_on(day: date) -> datetime:
    """The end of office hours on that day."""
    return _at(day, config.current().closes)


def midnight_after(day: date) -> datetime:
    """Where "until this day" ends."""
    return _at(day + DAY, time(0))


def office_hours() -> str:
    """ "Monday to Friday, 9am to 5pm", and that bank holidays are not among them."""
    settings = config.current()
    first, last = min(settings.office_days), max(settings.office_days)
    days = NAMES[first] if first == last else f"{NAMES[first]} to {NAMES[last]}"
    return f"{days}, {clock(settings.opens)} to {clock(settings.closes)}, not on bank holidays"


def reading_now(at: datetime) -> str:
    """Who reads when, never claiming that somebody reads at this minute."""
    if is_open(at):
        return f"Somebody reads this today until {clock(config.current().closes)}."
    opens = local(opens_next(at))
    when = f"{_day(opens, at)} at {clock(opens.time())}"
    return f"Somebody reads this from {when}. Nobody is reading right now."


def clock(at: time) -> str:
    """ "9am", "2:15pm", "midday"."""
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def _day(opens: datetime, at: datetime) -> str:
    days = (opens.date() - local(at).date()).days
    if days < 2:
        return "tomorrow" if days else "today"
    name = NAMES[opens.weekday()]
    return name if days < 7 else f"{name} {opens.day} {opens:%B}"


def _at(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=config.current().zone).astimezone(UTC)


@cache
def _bank_holidays() -> frozenset[date]:
    # The list that came with the package: the portal asks nothing of anybody while it runs.
    known = BankHolidays(use_cached_holidays=True)
    events = known.get_holidays(division=BankHolidays.ENGLAND_AND_WALES)
    return frozenset(event["date"] for event in events)
