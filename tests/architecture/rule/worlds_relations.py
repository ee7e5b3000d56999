"""Draws who stands how to the people of a random council, and what they chose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.architecture.rule.instants import at, ends, maybe_past, number, starts
from tests.architecture.rule.plain import NO_PERSON, NOW, Relation, World
from tests.architecture.rule.worlds_choices import choices

Draw = Any
ONLY_WHOSE = ("Telling", "Phone", "PhoneUse", "Invitation", "RecoveryWords", "ComingInAgain")


def relations(draw: Draw, world: World) -> World:
    people = st.sampled_from([person.id for person in world.people])
    staff = st.sampled_from([one.id for one in world.staff])
    given = tuple(_given(draw, world, people, staff))
    around = [(one.person, one.team) for one in given if one.team]
    around += [(person.id, person.team) for person in world.people]
    found = (
        *given,
        *choices(draw, people, staff, around),
        *_emergencies(draw, people, staff),
        *_tries(draw, people, staff),
        *_themselves(draw, people, staff),
        *_only_whose(draw, people),
        *_last_looked(draw, people, staff),
        *_moves(draw, world, people, staff),
    )
    return replace(world, relations=found)


def _given(draw: Draw, world: World, people: Any, staff: Any) -> Iterator[Relation]:
    """Allocations to whoever advises and involvements of whoever practises, and to anybody."""
    likely = [(m.staff, m.team) for m in world.memberships]
    for each in range(draw(st.integers(4, 10))):
        allocation = draw(st.booleans())
        who, team = draw(st.sampled_from(likely))
        end = draw(ends)
        yield Relation(
            id=number(400 + each),
            cls="Allocation" if allocation else "Involvement",
            person=draw(people),
            staff=who,
            team=None if allocation else team,
            is_cover=allocation and end is not None and draw(st.booleans()),
            start=draw(starts),
            end=end,
            **_confirmation(draw, staff, who),
        )


def _moves(draw: Draw, world: World, people: Any, staff: Any) -> Iterator[Relation]:
    """To any team: for the one that is asked it opens nothing but itself."""
    for each in range(draw(st.integers(0, 2))):
        yield Relation(
            id=number(450 + each),
            cls="TeamMove",
            person=draw(people),
            team=draw(st.sampled_from(world.teams)).id,
            start=draw(starts),
            **_confirmation(draw, staff, number(0)),
        )


def _confirmation(draw: Draw, staff: Any, who: UUID) -> dict[str, Any]:
    by = draw(staff)
    if by == who:
        return {}
    return {"confirmed_by": by, "confirmed_at": draw(maybe_past)}


def _emergencies(draw: Draw, people: Any, staff: Any) -> Iterator[Relation]:
    count = draw(st.integers(0, 3))
    for each in range(count):
        person, who = draw(people), draw(staff)
        yield Relation(
            id=number(500 + each),
            cls="EmergencyAccess",
            person=person,
            staff=who,
            start=draw(st.sampled_from((at(hours=2), NOW, at(hours=23), at(hours=24), at(days=3)))),
            end=draw(st.sampled_from((at(hours=-5), at(seconds=-1), NOW, at(hours=1)))),
            held_back_until=draw(st.sampled_from((None, at(days=-3), at(seconds=-1), NOW))),
        )
        opened = {"person": person, "staff": who, "emergency": number(500 + each)}
        yield Relation(id=each + 1, cls="Look", **opened)
        yield Relation(id=number(510 + each), cls="Telling", **opened)
        if draw(st.booleans()):
            yield Relation(id=number(520 + each), cls="EmergencyTry", **opened)
    yield Relation(id=count + 1, cls="Look", person=draw(people), staff=draw(staff))


def _tries(draw: Draw, people: Any, staff: Any) -> Iterator[Relation]:
    """At somebody or at nobody; and what is asked about a look."""
    whom = st.one_of(people, people, st.just(NO_PERSON))
    for each in range(draw(st.integers(0, 3))):
        tried = {"person": draw(whom), "staff": draw(staff)}
        yield Relation(id=number(530 + each), cls="EmergencyTry", **tried)
        yield Relation(id=number(540 + each), cls="RefusedTry", **tried)
        asked = {"person": draw(people), "staff": draw(staff)}
        yield Relation(id=number(550 + each), cls="LookQuestion", **asked)


def _themselves(draw: Draw, people: Any, staff: Any) -> Iterator[Relation]:
    if draw(st.sampled_from((True, False, False))):
        yield Relation(id=number(600), cls="Themselves", person=draw(people), staff=draw(staff))


def _only_whose(draw: Draw, people: Any) -> Iterator[Relation]:
    person = draw(people)
    for each, cls in enumerate(ONLY_WHOSE):
        # A use has its phone's number, as its table has no other.
        same = number(700 + (ONLY_WHOSE.index("Phone") if cls == "PhoneUse" else each))
        yield Relation(
            id=same,
            cls=cls,
            person=person,
            secret=f"{cls} {person}",
            until=draw(st.sampled_from((None, None, at(seconds=-1), NOW))),
            used_at=draw(st.sampled_from((None, None, None, NOW, at(seconds=1)))),
            ended_at=draw(st.sampled_from((None, None, None, NOW, at(seconds=1)))),
        )


def _last_looked(draw: Draw, people: Any, staff: Any) -> Iterator[Relation]:
    """Once for each who looked and at whom."""
    pairs = {(draw(people), draw(staff)) for _ in range(draw(st.integers(0, 3)))}
    for each, (person, who) in enumerate(sorted(pairs)):
        yield Relation(id=number(800 + each), cls="LastLooked", person=person, staff=who)
