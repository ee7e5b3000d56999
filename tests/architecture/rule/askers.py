"""Everybody who could ask something of a plain council."""

from __future__ import annotations

from collections.abc import Iterator

from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import Asker, World


def askers(world: World) -> Iterator[Asker]:
    """Every care leaver and member of staff, and of the others as many as one world bears: which
    of them is drawn with the world, so that many worlds ask as each of them many times."""
    for person in world.people:
        yield Asker(kind="care_leaver", who=person.id, known_since=person.known_since)
    for one in world.staff:
        yield Asker(kind="staff", who=one.id)
    yield Asker(kind="counting")
    person = world.people[world.turn % len(world.people)]
    team = world.teams[world.turn % len(world.teams)]
    yield Asker(kind="preview", who=team.id, person=person.id)
    for group in (_programme(world), _own_work(world), _strangers(world)):
        yield group[world.turn % len(group)]


def _programme(world: World) -> list[Asker]:
    hand_over = [Asker(kind="hand_over", who=person.id) for person in world.people]
    coding = [Asker(kind="coding", who=window.id) for window in world.windows]
    return [*hand_over, *coding, *(Asker(kind="research", who=each.id) for each in world.windows)]


def _own_work(world: World) -> list[Asker]:
    names = ("import", "retention", "reminder", "looking log", "something else")
    phone = next((each for each in world.relations if each.cls == "Phone"), None)
    return [
        *(Asker(kind="housekeeping", name=name) for name in names),
        Asker(kind="holder", name=phone.secret if phone else ""),
    ]


def _strangers(world: World) -> list[Asker]:
    """Nobody signed in, and those who stand on no line by their very number."""
    return [
        Asker(kind="nobody"),
        Asker(kind="holder", name="a secret that nobody gave out"),
        Asker(kind="staff", who=number(99_999)),
        Asker(kind="staff", who=world.people[0].id),
        Asker(kind="care_leaver", who=world.staff[0].id),
    ]
