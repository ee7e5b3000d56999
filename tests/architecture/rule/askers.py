"""Everybody who could ask something of a plain council."""

from __future__ import annotations

from collections.abc import Iterator

from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import Asker, World

APPROVAL = number(303)


def askers(world: World) -> Iterator[Asker]:
    """Every care leaver and member of staff, and of the others as many as one world bears: which
    of them is drawn with the world, so that many worlds ask as each of them many times.

    Batches and approvals that open something are asked for in every world, since a yes to them is
    rare enough; and a preview is mostly as a team that its care leaver made a choice about.
    """
    for person in world.people:
        yield Asker(kind="care_leaver", who=person.id, known_since=person.known_since)
    for one in world.staff:
        yield Asker(kind="staff", who=one.id)
    yield Asker(kind="counting")
    yield Asker(kind="research", who=APPROVAL)
    previews = _previews(world)
    yield previews[world.turn % len(previews)]
    for group in (_programme(world), _own_work(world), _strangers(world)):
        yield group[world.turn % len(group)]


def _previews(world: World) -> list[Asker]:
    told = [(one.team, one.person) for one in world.relations if one.cls == "Choice" and one.team]
    pairs = {*told, *((world.teams[at % 5].id, one.id) for at, one in enumerate(world.people))}
    return [Asker(kind="preview", who=team, person=person) for team, person in sorted(pairs)]


def _programme(world: World) -> list[Asker]:
    hand_over = [Asker(kind="hand_over", who=person.id) for person in world.people]
    coding = [Asker(kind="coding", who=window.id) for window in world.windows]
    return [*hand_over, *coding, *coding[:2], Asker(kind="research", who=world.windows[0].id)]


def _own_work(world: World) -> list[Asker]:
    names = (
        "import",
        "retention",
        "reminder",
        "looking log",
        "erasure",
        "a lock",
        "a move",
        "emergency",
        "something else",
    )
    secrets = [each.secret for each in world.relations if each.cls in ("Phone", "Invitation")]
    return [
        *(Asker(kind="housekeeping", name=name) for name in names),
        *(Asker(kind="holder", name=secret) for secret in secrets),
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
