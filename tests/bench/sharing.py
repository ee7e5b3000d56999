"""Who sees what: what the rule costs beneath the board, the preview, long lists and figures.

In one process, on a SQLite file. Without the rule the same questions are asked of an engine that
has no rule, in which there is nothing that the rule would have kept back.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from flask import Flask

from portal.accounts.models import CareLeaver
from portal.accounts.viewers import Counting, Housekeeping, StaffViewer
from portal.db import Viewer, acting_as, clock, current_database
from tests import cast
from tests.bench import sharing_world
from tests.bench.measure import Row, at_most, side_by_side
from tests.bench.portals import a_portal, no_rule
from tests.signing_in import browser_of

TIMES = 3
GOAL = 1.25
Asked = Callable[[], int]


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder, a_portal(Path(folder)) as app:
        with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
            town = cast.settle()
            world = sharing_world.settle(town)
        with current_database().engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")
        return [*_pages(app, town, world.harriets[7]), *_lists(town, world)]


def _pages(app: Flask, town: cast.Town, sharer: CareLeaver) -> list[Row]:
    preview = f"/sharing/{town.teams.housing.id}/seen/"
    return [
        _cost("the board", _opens(app, sharer, "/sharing/")),
        _cost("the preview", _opens(app, sharer, preview)),
    ]


def _lists(town: cast.Town, world: sharing_world.World) -> list[Row]:
    jo, harriet = (StaffViewer(now=clock(), staff_id=one.id) for one in (town.jo, town.harriet))
    of_jos, of_harriets = (
        partial(sharing_world.listed, all_) for all_ in (world.jos, world.harriets)
    )
    return [
        _cost("10,000 records, an adviser with 25 people", _asks(jo, of_jos)),
        _cost("10,000 records, a practitioner with 300 choices", _asks(harriet, of_harriets)),
        _cost("figures over 1,710 people", _asks(Counting(now=clock()), sharing_world.figures)),
    ]


def _opens(app: Flask, who: CareLeaver, address: str) -> Asked:
    phone = browser_of(app, who)
    phone.checks = False

    def open_() -> int:
        answer = phone.get(address)
        assert answer.status_code == 200
        return answer.text.count("<article") + answer.text.count("<li")

    return open_


def _asks(viewer: Viewer, ask: Asked) -> Asked:
    def asked() -> int:
        with acting_as(viewer):
            return ask()

    return asked


def _cost(what: str, ask: Asked) -> Row:
    """How much longer it takes with the rule. As much is found without it."""
    found = ask()
    with no_rule():
        assert ask() == found > 0, what

    def without() -> float:
        with no_rule():
            return _seconds(ask)

    ruled, bare = side_by_side(lambda: _seconds(ask), without)
    note = f"{ruled * 1000:.0f} ms, without it {bare * 1000:.0f}"
    return at_most(f"the rule beneath {what}", ruled / bare, GOAL, note=note)


def _seconds(ask: Asked) -> float:
    began = time.perf_counter()
    for _ in range(TIMES):
        ask()
    return (time.perf_counter() - began) / TIMES
