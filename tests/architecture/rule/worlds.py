"""Draws random councils: few people, each in some knot of relations, choices and spans."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.architecture.rule.instants import at, ends, maybe_past, number, starts
from tests.architecture.rule.plain import (
    NOW,
    Lock,
    Membership,
    Person,
    Staff,
    Team,
    Window,
    World,
)
from tests.architecture.rule.worlds_records import records
from tests.architecture.rule.worlds_relations import relations

Draw = Any

# When it is asked: mostly now, and then when a span or two has ended meanwhile.
LATER = tuple(
    timedelta(days=days, seconds=seconds)
    for days, seconds in ((0, 0),) * 4
    + ((0, 1), (0, 2), (1, 0), (2, 0), (9, 1), (31, 0), (61, 0), (400, 0))
)
DUTIES = ("adviser", "manager", "practitioner")
RARE_DUTIES = ("administrator", "importer", "analyst", "facilitator", "researcher")
USUAL = ((0, "adviser"), (0, "manager"), (2, "practitioner"), (3, "practitioner"), (1, "adviser"))


def _teams(draw: Draw) -> tuple[Team, ...]:
    closed_at = draw(st.sampled_from((at(days=5), NOW, at(seconds=-1), None)))
    heir = draw(st.sampled_from((None, 0, 2, 2, 4)))
    return (
        Team(id=number(1), is_leaving_care=True),
        Team(id=number(2), is_leaving_care=True),
        Team(id=number(3)),
        Team(
            id=number(4),
            is_leaving_care=draw(st.sampled_from((False, False, True))),
            closed_at=closed_at,
            heir=None if heir is None or closed_at is None else number(heir + 1),
        ),
        Team(id=number(5)),
    )


def _membership(draw: Draw, staff: UUID, usual: tuple[int, str] | None) -> Membership:
    team, duty = usual or (
        draw(st.integers(0, 4)),
        draw(st.sampled_from(DUTIES * 4 + RARE_DUTIES)),
    )
    return Membership(
        staff=staff, team=number(team + 1), duty=duty, start=draw(starts), end=draw(ends)
    )


def _memberships(draw: Draw, staff: tuple[Staff, ...]) -> tuple[Membership, ...]:
    usual = [_membership(draw, one.id, USUAL[at % 5]) for at, one in enumerate(staff)]
    more = [
        _membership(draw, draw(st.sampled_from(staff)).id, None)
        for _ in range(draw(st.integers(0, 5)))
    ]
    return (*usual, *more)


def _people(draw: Draw) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=number(100 + each),
            team=number(draw(st.sampled_from((1, 1, 2)))),
            came_in_at=draw(maybe_past),
            told_at=draw(maybe_past),
            known_since=draw(st.sampled_from((None, None, at(days=10), NOW))),
            left_at=draw(st.sampled_from((None, None, None, at(days=1), NOW, at(seconds=-1)))),
        )
        for each in range(draw(st.integers(2, 4)))
    )


def _locks(draw: Draw) -> tuple[Lock, ...]:
    return tuple(
        Lock(
            team=number(draw(st.integers(1, 5))),
            topic=number(draw(st.integers(200, 201))),
            first_day=draw(st.sampled_from((at(days=40), at(days=5), at(seconds=-1)))),
            end=draw(ends),
            confirmed_at=draw(maybe_past),
        )
        for _ in range(draw(st.integers(0, 4)))
    )


def _windows(draw: Draw) -> tuple[Window, ...]:
    kinds = (
        ("WordsBatch", "counting"),
        ("WordsBatch", "research"),
        ("WordsBatch", "quoting"),
        ("EthicsApproval", ""),
    )
    return tuple(
        Window(id=number(300 + i), cls=cls, purpose=purpose, start=draw(starts), end=draw(ends))
        for i, (cls, purpose) in enumerate(kinds)
    )


@st.composite
def worlds(draw: Draw) -> World:
    staff = tuple(
        Staff(id=number(10 + each), employed_from=draw(starts), employed_until=draw(ends))
        for each in range(draw(st.integers(5, 8)))
    )
    world = World(
        teams=_teams(draw),
        topics=(number(200), number(201)),
        staff=staff,
        memberships=_memberships(draw, staff),
        people=_people(draw),
        locks=_locks(draw),
        windows=_windows(draw),
        turn=draw(st.integers(0, 59)),
        later=draw(st.sampled_from(LATER)),
    )
    world = relations(draw, world)
    return records(draw, world)
