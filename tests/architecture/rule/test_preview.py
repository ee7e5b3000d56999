"""The preview is what a practitioner of that team sees, of what the care leaver sees too."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, seed, settings

from portal.accounts.viewers import Preview
from portal.consent.unreleased import sees_more
from portal.db import acting_as
from tests.architecture.rule.asking import Seen, seen_by
from tests.architecture.rule.databases import a_council, holding
from tests.architecture.rule.instants import at, number
from tests.architecture.rule.plain import (
    NOW,
    Asker,
    Membership,
    Person,
    Relation,
    Staff,
    Team,
    World,
)
from tests.architecture.rule.rows import RECORDS
from tests.architecture.rule.test_random_worlds import SEED
from tests.architecture.rule.worlds import worlds
from tests.databases import KINDS

HOW_MANY = int(os.environ.get("WORLDS", "20"))


def looked_at(world: World) -> list[tuple[Team, UUID]]:
    """Two teams, and a newcomer to each: which, is drawn with the world."""
    teams, turn = world.teams, world.turn
    return [(teams[(turn + more) % len(teams)], number(7_000 + more)) for more in (0, 2)]


def with_newcomers(world: World, person: Person) -> World:
    """With a practitioner more in these teams, involved with this person, who wrote nothing."""
    begun, by = at(days=9), world.staff[0].id
    who = [(team.id, id_) for team, id_ in looked_at(world)]
    staff = [Staff(id=id_, employed_from=begun) for _, id_ in who]
    members = [
        Membership(staff=id_, team=team, duty="practitioner", start=begun) for team, id_ in who
    ]
    involved = [
        Relation(
            id=number(8_000 + id_.int),
            cls="Involvement",
            person=person.id,
            staff=id_,
            team=team,
            start=begun,
            confirmed_at=begun,
            confirmed_by=by,
        )
        for team, id_ in who
    ]
    return replace(
        world,
        staff=(*world.staff, *staff),
        memberships=(*world.memberships, *members),
        relations=(*world.relations, *involved),
    )


def records(seen: Seen) -> Seen:
    return {(name, key) for name, key in seen if name in RECORDS}


def check(world: World) -> int:
    """How much was to be seen, so that a run in which nothing ever was is found."""
    person = world.people[world.turn % len(world.people)]
    themselves = records(seen_by(Asker(kind="care_leaver", who=person.id)))
    shown = 0
    for team, newcomer in looked_at(world):
        theirs = records(seen_by(Asker(kind="staff", who=newcomer)))
        theirs &= _about(world, person.id)
        preview = seen_by(Asker(kind="preview", who=team.id, person=person.id))
        shown += len(preview)

        assert records(preview) == theirs & themselves
        assert {name for name, _ in preview} <= {*RECORDS, "CareLeaver", "Reference"}
        assert _says_more(team.id, person) == bool(theirs - themselves)
    return shown


def _about(world: World, person: UUID) -> Seen:
    return {(record.cls, record.id) for record in world.records if record.person == person}


def _says_more(team: UUID, person: Person) -> bool:
    with acting_as(Preview(now=NOW, team_id=team, care_leaver_id=person.id)):
        return sees_more()


@pytest.mark.parametrize("kind", KINDS)
def test_it_equals_their_list_and_mine_together_in_random_worlds(kind: str, tmp_path: Path) -> None:
    shown = 0
    print(f"\n{HOW_MANY} random worlds on {kind}, SEED={SEED}")

    @seed(SEED)
    @settings(
        max_examples=HOW_MANY,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(world=worlds())
    def in_every_world(world: World) -> None:
        nonlocal shown
        world = with_newcomers(world, world.people[world.turn % len(world.people)])
        with holding(database, world):
            shown += check(world)

    with a_council(kind, tmp_path) as database:
        in_every_world()

    assert shown > HOW_MANY // 2
