"""Writes a plain council into a database, in one transaction, beneath everything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine

from portal.accounts import models as accounts
from portal.consent import models as consent
from portal.db import Base
from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import NOW, World
from tests.architecture.rule.rows import SOURCE, of_record, of_relation

Row = dict[str, Any]
Rows = Iterator[tuple[type[Base], Row]]

SETTER, CONFIRMER = number(90), number(91)


def fill(engine: Engine, world: World) -> None:
    """Every row of the world, as many at a time as one table takes."""
    by_table: dict[type[Base], list[Row]] = {}
    for kept, row in (*_people(world), *_teams(world), *_staff(world), *_rest(world)):
        by_table.setdefault(kept, []).append(row)
    with engine.execution_options(writes=True).begin() as connection:
        for table in Base.metadata.sorted_tables:
            for kept in [kept for kept in by_table if kept.__table__ is table]:
                connection.execute(table.insert(), by_table[kept])


def _teams(world: World) -> Rows:
    # A closed team is written after its heir, to which it points.
    for team in sorted(world.teams, key=lambda team: team.heir is not None):
        kind = accounts.TeamKind.LEAVING_CARE if team.is_leaving_care else accounts.TeamKind.OTHER
        row = {"id": team.id, "name": f"Team {team.id}", "kind": kind, "does": ""}
        yield accounts.Team, row | {"closed_at": team.closed_at, "heir_id": team.heir}
    for position, topic in enumerate(world.topics):
        yield accounts.Topic, {"id": topic, "name": f"Topic {topic}", "position": position}


def _staff(world: World) -> Rows:
    spans = [(one.id, one.employed_from, one.employed_until) for one in world.staff]
    for id_, start, end in (*spans, (SETTER, NOW, NOW), (CONFIRMER, NOW, NOW)):
        yield accounts.Account, {"id": id_, "role": accounts.Role.STAFF}
        row = {"id": id_, "name": f"Staff {id_}", "email": f"{id_}@westmoor.example"}
        yield accounts.Staff, row | {"employed_from": start, "employed_until": end}
    for each in world.memberships:
        row = {"staff_id": each.staff, "team_id": each.team, "duty": accounts.Duty(each.duty)}
        yield accounts.Membership, row | {"start_at": each.start, "end_at": each.end}


def _people(world: World) -> Rows:
    for person in world.people:
        yield accounts.Account, {"id": person.id, "role": accounts.Role.CARE_LEAVER}
        yield (
            accounts.CareLeaver,
            {
                "id": person.id,
                "first_name": f"Person {person.id}",
                "last_name": "",
                "team_id": person.team,
                "came_in_at": person.came_in_at,
                "told_at": person.told_at,
                "known_since": person.known_since,
                "left_at": person.left_at,
            },
        )
        reference = {"id": person.id, "care_leaver_id": person.id, "system": "LCS"}
        yield accounts.Reference, reference | {"value": str(person.id)}


def _rest(world: World) -> Rows:
    for lock in world.locks:
        row = {"team_id": lock.team, "topic_id": lock.topic, "reason": "By law."}
        row |= {"first_day_at": lock.first_day, "end_at": lock.end, "set_by_id": SETTER}
        row |= {"confirmed_at": lock.confirmed_at}
        yield consent.LockedCell, row | {"confirmed_by_id": lock.confirmed_at and CONFIRMER}
    for window in world.windows:
        row = {"id": window.id, "start_at": window.start, "end_at": window.end}
        if window.cls == "WordsBatch":
            yield consent.WordsBatch, row | {"purpose": consent.Purpose(window.purpose)}
        else:
            yield consent.EthicsApproval, row | {"project": "What helps"}
    for relation in world.relations:
        yield of_relation(relation)
    if world.records:
        yield SOURCE[0], SOURCE[1] | {"team_id": world.teams[0].id}
    for record in world.records:
        yield of_record(record)
