"""Dates as case systems write them: UK order or ISO, with or without a time of day."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from portal.records.rules import Rule

NO_DATE = date(1900, 1, 1)
MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
MONTHS = {
    name: number
    for number, month in enumerate(MONTH_NAMES.split(" "), start=1)
    for name in (month, month[:3])
}

TIME = r"(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2}|[AaPp][Mm])?)?"
ISO = re.compile(rf"(\d{{4}})-(\d{{1,2}})-(\d{{1,2}}){TIME}", re.ASCII)
UK = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}){TIME}", re.ASCII)
NAMED = re.compile(rf"(\d{{1,2}})[ -]([A-Za-z]{{3,9}})[ -](\d{{4}}){TIME}", re.ASCII)


@lru_cache(maxsize=4096)
def day_in(cell: str, today: date, *, may_be_ahead: bool = False) -> date | Rule | None:
    """The day; none for an empty cell and for 1900-01-01; the rule when it is neither."""
    if not cell:
        return None
    try:
        day = _read(cell)
    except ValueError:
        return Rule.DATE
    if day == NO_DATE:
        return None
    if day < NO_DATE:
        return Rule.DATE
    return Rule.FUTURE if day > today and not may_be_ahead else day


def _read(cell: str) -> date:
    if iso := ISO.fullmatch(cell):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if uk := UK.fullmatch(cell):
        return date(int(uk[4]), int(uk[3]), int(uk[1]))
    if named := NAMED.fullmatch(cell):
        return date(int(named[3]), MONTHS.get(named[2].lower(), 0), int(named[1]))
    raise ValueError
