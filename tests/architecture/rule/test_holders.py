"""Whoever holds the secret of a door is told whose it is while the door opens, and not after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from portal.accounts.doors import ComingInAgain, RecoveryWords
from portal.accounts.models import CareLeaver, Reference
from portal.db import Database, acting_as
from tests.architecture.rule.asking import viewer
from tests.architecture.rule.databases import a_council, holding
from tests.architecture.rule.instants import at, number
from tests.architecture.rule.plain import Asker, Relation
from tests.architecture.rule.small import AMINA, people
from tests.databases import KINDS

SECRET = "the secret of a door"
INVITED = Relation(id=number(703), cls="Invitation", person=AMINA, secret=SECRET)
PHONE = Relation(id=number(701), cls="Phone", person=AMINA, secret=SECRET)
BEHIND = (
    replace(INVITED, id=number(703), secret="another"),
    Relation(id=number(704), cls="RecoveryWords", person=AMINA),
    Relation(id=number(705), cls="ComingInAgain", person=AMINA),
)

SHUT = {
    "an invitation that was used": replace(INVITED, used_at=at(seconds=1)),
    "an invitation that was ended": replace(INVITED, ended_at=at(seconds=1)),
    "an invitation that has run out": replace(INVITED, until=at()),
    "a phone that was ended": replace(PHONE, ended_at=at(seconds=1)),
    "a phone that is no longer remembered": replace(PHONE, until=at()),
}


@pytest.fixture(scope="module", params=KINDS)
def empty_council(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    with a_council(request.param, tmp_path_factory.mktemp("doors")) as database:
        yield database


def told_by(database: Database, door: Relation) -> set[Any]:
    """What the holder of this door's secret is told of the one behind it."""
    behind = BEHIND if door.cls == "Phone" else (door, *BEHIND[1:])
    doors = {each.id: each for each in (*behind, door)}
    world = replace(people(), relations=(*people().relations, *doors.values()))
    with (
        holding(database, world),
        acting_as(viewer(Asker(kind="holder", name=SECRET))) as session,
    ):
        kinds: tuple[Any, ...] = (CareLeaver, Reference, RecoveryWords, ComingInAgain)
        return {kind.__name__ for kind in kinds if session.query(kind).count()}


@pytest.mark.parametrize("door", [INVITED, PHONE], ids=["an invitation", "a phone"])
def test_a_door_that_opens_says_whose_it_is(empty_council: Database, door: Relation) -> None:
    assert told_by(empty_council, door) >= {"CareLeaver", "RecoveryWords"}


@pytest.mark.parametrize("which", SHUT)
def test_nobody_is_named_to_the_holder_of(empty_council: Database, which: str) -> None:
    assert told_by(empty_council, SHUT[which]) == set()
