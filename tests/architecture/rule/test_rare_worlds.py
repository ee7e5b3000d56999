"""What random worlds found once, each in the smallest council in which it is to be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from portal.db import Database
from tests.architecture.rule.comparing import differences
from tests.architecture.rule.databases import a_council, holding
from tests.architecture.rule.instants import at
from tests.architecture.rule.plain import Membership, World
from tests.architecture.rule.small import ADA, LEAVING_CARE, NO_WRONG_DOOR, small
from tests.databases import KINDS


@pytest.fixture(scope="module", params=KINDS)
def empty_council(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    with a_council(request.param, tmp_path_factory.mktemp("rare")) as database:
        yield database


def agree(database: Database, world: World) -> None:
    with holding(database, world):
        wrong, _ = differences(world)

    assert wrong == []


def test_an_administrator_of_a_closed_team_administers_nothing_and_is_free_to_manage(
    empty_council: Database,
) -> None:
    world = small()
    manages = Membership(staff=ADA, team=LEAVING_CARE, duty="manager", start=at(days=9))
    closed = [
        replace(team, closed_at=at(days=1)) if team.id == NO_WRONG_DOOR else team
        for team in world.teams
    ]

    agree(
        empty_council,
        replace(world, teams=tuple(closed), memberships=(*world.memberships, manages)),
    )
