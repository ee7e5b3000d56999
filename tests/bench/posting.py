"""Saying something, beside a bare route that commits one row: same server, workers and pragmas."""

from __future__ import annotations

import tempfile
import threading
import time
from pathlib import Path
from uuid import UUID, uuid4

from portal import create_app
from portal.accounts.viewers import Housekeeping
from portal.config import from_environment
from portal.db import acting_as, clock, current_database
from portal.migrating import migrate
from tests import cast
from tests.bench.measure import Row, at_least, side_by_side
from tests.calling import Caller
from tests.serving import come_in, environment, serving

PHONES, EACH = 8, 40
GOAL = 0.4


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        settings = environment(place, f"sqlite:///{place / 'portal.db'}")
        cookie = come_in(settings, _amina(settings))
        bare = {"BARE_DATABASE": str(place / "bare.db")}
        with serving(settings) as portal, serving(bare, "tests.bench.bare:app") as barely:
            ours, theirs = side_by_side(
                lambda: _rate(portal, cookie, "/my-voice/"), lambda: _rate(barely, "", "/")
            )
    note = f"{ours:.0f} a second, beside {theirs:.0f}"
    return [at_least("saying something, beside a bare route", ours / theirs, GOAL, note=note)]


def _amina(settings: dict[str, str]) -> UUID:
    with create_app(from_environment(settings)).app_context():
        migrate(current_database().engine)
        with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
            return cast.settle().amina.id


def _rate(port: int, cookie: str, form: str) -> float:
    """How many entries a second a few phones can say together."""
    callers = [Caller(port, cookie) for _ in range(PHONES)]
    for caller in callers:
        caller.open_form(form)
    phones = [threading.Thread(target=_say_all, args=(caller,)) for caller in callers]
    began = time.perf_counter()
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    return PHONES * EACH / (time.perf_counter() - began)


def _say_all(caller: Caller) -> None:
    for number in range(EACH):
        status, body = caller.ask(
            "POST",
            "/my-voice/",
            form_token=caller.token,
            form_key=str(uuid4()),
            words=f"The lamp on the stairs is out again, number {number}.",
            reach="my_team",
        )
        if status != 303:
            raise RuntimeError(f"{status}: {body[:300]!r}")
