from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from sqlalchemy import select

from portal import logs
from portal.accounts.about import AboutCareLeaver
from portal.accounts.models import Staff
from portal.accounts.viewers import Housekeeping
from portal.consent import looks
from portal.consent.models import Look
from portal.db import acting_as, clock, session
from tests.conftest import Asking
from tests.signing_in import viewer_of

Opens = Callable[..., None]
EveryLook = Callable[[], list[Look]]


@pytest.fixture
def opens(asking: Asking) -> Opens:
    """`opens(jo, entry)`: what the portal writes down when a page shows that to Jo."""

    def open_(who: Staff, *things: AboutCareLeaver) -> None:
        with asking(who) as asked:
            for thing in things:
                session.get_one(type(thing), thing.id)
        looks.write(viewer_of(who), looks.shown_in(asked))  # type: ignore[arg-type]

    return open_


@pytest.fixture
def every_look() -> EveryLook:
    def read() -> list[Look]:
        with acting_as(Housekeeping(now=clock(), name="looking log")):
            return list(session.scalars(select(Look).order_by(Look.care_leaver_id, Look.number)))

    return read


@pytest.fixture
def operators_log() -> Iterator[StringIO]:
    kept = StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(logs.Lines())
    logs.CHANNEL.addHandler(handler)
    level = logs.CHANNEL.level
    logs.CHANNEL.setLevel(logging.INFO)
    yield kept
    logs.CHANNEL.removeHandler(handler)
    logs.CHANNEL.setLevel(level)
