"""After the answer to a *not now*, no page that is asked for later holds the words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

from portal.accounts.about import Reach
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, current_database
from portal.migrating import migrate
from tests import cast
from tests.calling import Caller
from tests.consent.makers import a_source, on_record, said
from tests.databases import a_database
from tests.serving import come_in, environment, serving, sign_in, within
from tests.sharing.racing import PATIENCE, Readers, Reading

SAID, WRITTEN = "The damp on my wall is back.", "Rang the landlord about the damp."
FLIPS = ("yes", "not_now", "yes", "not_now")
READ_AFTER_EACH = 25


@dataclass(frozen=True)
class Flip:
    """One choice: when it was sent, and when its answer was there."""

    answer: str
    sent: float
    answered: float


@dataclass(frozen=True)
class Served:
    port: int
    amina: Caller
    harriets_cookie: str
    cell: str
    page: str


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with a_database("postgresql", tmp_path) as url:
        settings = environment(tmp_path, url)
        town = _settled(settings)
        amina, harriet = come_in(settings, town.amina.id), sign_in(settings, town.harriet.id)
        with serving(settings) as port:
            housing, home = town.teams.housing.id, town.topics[3].id
            cell, page = f"/sharing/teams/{housing}/{home}/", f"/people/{town.amina.id}/"
            phone = Caller(port, amina, PATIENCE)
            phone.open_form(cell)
            yield Served(port, phone, harriet, cell, page)
            phone.hang_up()


def _settled(settings: dict[str, str]) -> cast.Town:
    with within(settings):
        migrate(current_database().engine)
        with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
            town = cast.settle()
            shared = {"reach": Reach.CHOSEN, "topic_id": town.topics[3].id}
            said(town.amina, SAID, **shared)
            on_record(town.amina, a_source("LCS", town.teams.leaving_care), WRITTEN, **shared)
            return town


def _choose(served: Served, answer: str) -> Flip:
    typed = {"form_token": served.amina.token, "form_key": str(uuid4()), "how_long": "usual"}
    served.amina.hang_up()  # the server lets go of a line on which nothing was asked for long
    sent = time.monotonic()
    status, body = served.amina.ask("POST", served.cell, answer=answer, **typed)
    assert status == 303, (status, body[-2000:])
    return Flip(answer, sent, time.monotonic())


def _read_between(flip: Flip, until: float, readings: list[Reading]) -> list[Reading]:
    """Asked for once the choice was answered, and there before the next one was sent."""
    return [each for each in readings if flip.answered < each.began and each.ended < until]


@pytest.mark.parametrize(
    "many", [pytest.param(16, id="some"), pytest.param(100, id="many", marks=pytest.mark.long)]
)
def test_nothing_is_read_after_the_answer_to_a_not_now(served: Served, many: int) -> None:
    readers = Readers(served.port, served.harriets_cookie, served.page, many)
    flips: list[Flip] = []
    with readers.reading():
        for answer in FLIPS:
            flips.append(_choose(served, answer))
            readers.wait_for(READ_AFTER_EACH, begun_since=flips[-1].answered)
    ends = [*(flip.sent for flip in flips[1:]), time.monotonic()]

    assert {each.status for each in readers.readings} == {200}
    for flip, until in zip(flips, ends, strict=True):
        read = _read_between(flip, until, readers.readings)
        assert len(read) >= READ_AFTER_EACH
        for words in (SAID, WRITTEN):
            assert {words in each.page for each in read} == {flip.answer == "yes"}
