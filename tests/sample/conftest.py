from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.sample.fill import Plan, fill

PLAN = Plan(people=24, records=600, seed=7, until=date(2026, 3, 3))


def say_nothing(words: str) -> None:
    pass


@pytest.fixture
def dalesmoor(app: Flask) -> Plan:
    """The sample council, made small."""
    fill(PLAN, told=say_nothing)
    return PLAN
