"""A care leaver's page: as quick with fifty thousand records behind it, and what the rule costs.

In one process, through the app itself, on a SQLite file.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from tests import cast
from tests.bench import person_world as world
from tests.bench.measure import Row, at_most, side_by_side
from tests.bench.portals import a_portal, no_rule
from tests.signing_in import browser_of

FEW, MANY, VERY_MANY = 100, 10_000, 50_000
TIMES = 5
RULE_GOAL = 1.25


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        return [*_behind(place / "behind"), *_the_rule(place / "rule")]


def _behind(place: Path) -> list[Row]:
    with a_portal(place) as app:
        with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
            town = cast.settle()
            people = [world.with_records(town, f"With {n}", n) for n in (FEW, MANY, VERY_MANY)]
        few, many, very_many = side_by_side(*(_opens(app, town.jo, one) for one in people))
    note = f"{few * 1000:.0f} ms with {FEW}"
    return [
        at_most("the person page with 10,000 records behind it", many / few, 1.3, note=note),
        at_most("the person page with 50,000 records behind it", very_many / few, 1.5, note=note),
    ]


def _the_rule(place: Path) -> list[Row]:
    with a_portal(place) as app:
        with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
            town = cast.settle()
            jos, harriets = world.jos_many(town, 25, FEW), world.harriets_many(town, 30, FEW)
        return [
            _cost(app, town.jo, jos[7], "an adviser with 25 people"),
            _cost(app, town.harriet, harriets[7], "a practitioner with 300 choices"),
        ]


def _cost(app: Flask, who: Staff, person: CareLeaver, whose: str) -> Row:
    opens = _opens(app, who, person)

    def without() -> float:
        with no_rule():
            return opens()

    ruled, bare = side_by_side(opens, without)
    note = f"{ruled * 1000:.0f} ms, without it {bare * 1000:.0f}"
    return at_most(f"the rule beneath the person page, {whose}", ruled / bare, RULE_GOAL, note=note)


def _opens(app: Flask, who: Staff, person: CareLeaver) -> Callable[[], float]:
    """Opens the page a few times, and says how long one took. The same rows with and without."""
    laptop, address = browser_of(app, who), world.address_of(person)
    laptop.checks = False
    shown = laptop.get(address).text.count("<article")
    with no_rule():
        assert laptop.get(address).text.count("<article") == shown > 0

    def open_() -> float:
        began = time.perf_counter()
        for _ in range(TIMES):
            assert laptop.get(address).status_code == 200
        return (time.perf_counter() - began) / TIMES

    return open_
