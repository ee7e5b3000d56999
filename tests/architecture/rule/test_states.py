"""Each state of a choice by its name, as time moves on: who sees the one entry it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from portal.db import Database
from tests.architecture.rule.asking import seen_by
from tests.architecture.rule.comparing import boards
from tests.architecture.rule.databases import a_council, holding
from tests.architecture.rule.everything import Everything
from tests.architecture.rule.instants import at, number
from tests.architecture.rule.moving import moved
from tests.architecture.rule.plain import NOW, Asker, Relation, World
from tests.architecture.rule.small import AMINA, HARRIET, HOME, HOUSING, JO, people, said
from tests.architecture.rule.worlds_choices import STATES
from tests.databases import KINDS

HARRIET_ASKS = Asker(kind="staff", who=HARRIET)
TELLING = (
    HARRIET_ASKS,
    Asker(kind="staff", who=JO),
    Asker(kind="preview", who=HOUSING, person=AMINA),
)
A_SECOND, A_DAY, A_MONTH = timedelta(seconds=1), timedelta(days=1), timedelta(days=31)
MOMENTS = (timedelta(), A_SECOND, A_DAY, A_MONTH)
# Now, a second later, a day later, and when the 18th birthday is over.
YES, NO, AT_18 = (True,) * 4, (False,) * 4, (False, False, False, True)
WANTED = {
    "never": NO,
    "yes": YES,
    "a week": (True, True, False, False),
    "not now": NO,
    "run out": NO,
    "said again": (True, True, True, False),
    "no, in the same second": NO,
    "yes, in the same second": YES,
    "no, during the request": NO,
    "yes, during the request": (False, True, True, True),
    "waits for an adult": AT_18,
    "an adult agreed": YES,
    "an adult agrees soon": (False, True, True, True),
    "turned 18": YES,
    "an adult agreed to another": AT_18,
    "no to what waits": NO,
    "recorded and not confirmed": NO,
}


@pytest.fixture(scope="module", params=KINDS)
def council(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    with a_council(request.param, tmp_path_factory.mktemp("states")) as database:
        yield database


def in_state(name: str) -> World:
    """Amina, an entry about her home for the teams she said yes to, and what she told housing."""
    world, rows = people(), list(_rows(name))
    adult = Relation(
        id=number(970), cls="NamedAdult", person=AMINA, staff=JO, start=at(days=9), end=at(days=-30)
    )
    entry = replace(said(1000, AMINA, "chosen"), topic=HOME)
    return replace(world, relations=(*world.relations, adult, *rows), records=(entry,))


def _rows(name: str) -> Iterator[Relation]:
    if name == "recorded and not confirmed":
        yield Relation(
            id=number(960), cls="WaitingChoice", person=AMINA, staff=JO, start=at(days=1)
        )
    for id_, told in enumerate(STATES.get(name, ()), start=1):
        adult: dict[str, Any] = {"adult_until": at(days=-30)} if told.get("adult") else {}
        known: dict[str, Any] = {
            each: told[each] for each in ("is_yes", "start", "end", "adult_until") if each in told
        }
        known |= {"team": HOUSING, "topic": HOME}
        yield Relation(id=id_, cls="Choice", person=AMINA, **known, **adult)
        if "agreed" in told:
            said_yes: dict[str, Any] = {"staff": JO, "choice": id_, "start": told["agreed"]}
            yield Relation(id=number(900 + id_), cls="Agreement", person=AMINA, **said_yes)


def test_every_state_is_listed() -> None:
    assert set(STATES) <= set(WANTED)


@pytest.mark.parametrize("name", WANTED)
def test_housing_sees_it_in_this_state_and_as_time_moves(council: Database, name: str) -> None:
    world, shown = in_state(name), []
    with holding(council, world):
        for on in MOMENTS:
            shown.append(("Entry", number(1000)) in seen_by(HARRIET_ASKS, NOW + on))
            reference = Everything(moved(world, on))
            for asker in TELLING:
                assert seen_by(asker, NOW + on) == reference.seen_by(asker), (on, asker)
            assert boards(replace(world, later=on), moved(world, on)) == []

    assert tuple(shown) == WANTED[name]
