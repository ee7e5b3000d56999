from __future__ import annotations

from datetime import date

import pytest

from portal.records.days import day_in
from portal.records.rules import Rule
from tests.records.extracts import TODAY

THIRD_OF_APRIL = date(2026, 4, 3)


@pytest.mark.parametrize(
    "written",
    [
        "03/04/2026",
        "3/4/2026",
        "03-04-2026",
        "03.04.2026",
        "3 April 2026",
        "03-Apr-2026",
        "2026-04-03",
        "2026-04-03T14:05:00Z",
        "2026-04-03 00:00:00.000",
        "03/04/2026 14:05",
        "03/04/2026 2:05 PM",
    ],
)
def test_the_third_of_april_may_be_written_in_many_ways(written: str) -> None:
    assert day_in(written, TODAY) == THIRD_OF_APRIL


@pytest.mark.parametrize("written", ["", "1900-01-01", "01/01/1900", "01/01/1900 00:00:00"])
def test_no_date_and_the_first_of_1900_mean_none(written: str) -> None:
    assert day_in(written, TODAY) is None


@pytest.mark.parametrize(
    "written",
    [
        "31/02/2026",
        "04/13/2026",
        "03/04/26",
        "yesterday",
        "3 Smarch 2026",
        "12/05/1854",
        "٣/٤/٢٠٢٦",
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    assert day_in(written, TODAY) is Rule.DATE


def test_today_has_come_and_tomorrow_has_not() -> None:
    assert day_in("23/11/2026", TODAY) == TODAY
    assert day_in("24/11/2026", TODAY) is Rule.FUTURE
