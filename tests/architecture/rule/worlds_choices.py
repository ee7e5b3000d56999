"""Draws what the people of a random council chose: any row at all, and every state by its name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.architecture.rule.instants import at, ends, number, starts
from tests.architecture.rule.plain import Relation

Draw = Any
Cell = dict[str, Any]
PURPOSES = ("counting", "counting", "research", "research", "quoting")
YES, NOT_NOW = {"is_yes": True}, {"is_yes": False}
SOON, LATER, THEN = at(days=-9), at(days=-400), at(days=6)
# "Until I am 18": tomorrow, in a month, or at this very instant.
UNTIL_18 = (at(seconds=-1), at(days=-1), at(days=-31))

# What one state is made of: the rows one after another, the latest last.
STATES: dict[str, tuple[dict[str, Any], ...]] = {
    "never": (),
    "yes": (YES | {"start": THEN, "end": LATER},),
    "a week": (YES | {"start": THEN, "end": at(days=-1)},),
    "not now": (YES | {"start": THEN}, NOT_NOW | {"start": at(days=1)}),
    "run out": (YES | {"start": at(days=40), "end": at(seconds=0)},),
    "said again": (
        YES | {"start": at(days=40), "end": at(days=3)},
        YES | {"start": at(days=2), "end": SOON},
    ),
    "no, in the same second": (YES | {"start": THEN}, NOT_NOW | {"start": THEN}),
    "yes, in the same second": (NOT_NOW | {"start": THEN}, YES | {"start": THEN}),
    "no, during the request": (YES | {"start": THEN}, NOT_NOW | {"start": at(seconds=-1)}),
    "yes, during the request": (YES | {"start": at(seconds=-1)},),
    "waits for an adult": (YES | {"start": THEN, "adult": True},),
    "an adult agreed": (YES | {"start": THEN, "adult": True, "agreed": at(days=1)},),
    "an adult agrees soon": (YES | {"start": THEN, "adult": True, "agreed": at(seconds=-1)},),
    "turned 18": (YES | {"start": THEN, "adult_until": at(seconds=0)},),
    "an adult agreed to another": (
        YES | {"start": THEN, "adult": True, "agreed": at(days=2)},
        YES | {"start": at(days=1), "adult": True},
    ),
    "no to what waits": (
        YES | {"start": THEN, "adult": True, "agreed": at(days=1)},
        NOT_NOW | {"start": at(seconds=1)},
    ),
}


Around = list[tuple[UUID, UUID]]


def choices(draw: Draw, people: Any, staff: Any, around: Around) -> Iterator[Relation]:
    """Rows first and states after them, since the latest counts: mostly to a team that is around
    its care leaver, where it shows."""
    found: list[Relation] = []
    for _ in range(draw(st.integers(6, 12))):
        more = {"is_yes": draw(st.sampled_from((True, True, False)))}
        _add(found, draw(people), _cell(draw), more | {"start": draw(starts), "end": draw(ends)})
    for _ in range(draw(st.integers(4, 8))):
        person, cell = draw(people), _cell(draw)
        if draw(st.sampled_from((True, True, False))):
            person, team = draw(st.sampled_from(around))
            cell = {"team": team, "topic": number(200)}
        for told in STATES[draw(st.sampled_from(tuple(STATES)))]:
            _state(draw, found, person, cell, told, draw(staff))
    _preset(draw, found, draw(people))
    yield from found
    yield from _beside(draw, people, staff)


def _cell(draw: Draw) -> Cell:
    purpose = draw(st.sampled_from((*(None,) * 5, *PURPOSES)))
    if purpose:
        return {"purpose": purpose}
    team = draw(st.sampled_from((1, 1, 2, 3, 3, 4, 4, 5)))
    return {"team": number(team), "topic": number(draw(st.sampled_from((200, 200, 201))))}


def _add(found: list[Relation], person: UUID, cell: Cell, more: dict[str, Any]) -> int:
    number_ = sum(each.cls == "Choice" for each in found) + 1
    found.append(Relation(id=number_, cls="Choice", person=person, **cell, **more))
    return number_


def _state(
    draw: Draw, found: list[Relation], person: UUID, cell: Cell, told: dict[str, Any], by: UUID
) -> None:
    row: dict[str, Any] = {
        name: told[name] for name in ("is_yes", "start", "end", "adult_until") if name in told
    }
    if told.get("adult"):
        row["adult_until"] = draw(st.sampled_from(UNTIL_18))
    choice = _add(found, person, cell, row)
    if "agreed" in told:
        said = {"staff": by, "choice": choice, "start": told["agreed"]}
        found.append(Relation(id=number(900 + choice), cls="Agreement", person=person, **said))


def _preset(draw: Draw, found: list[Relation], person: UUID) -> None:
    """ "Everyone who works with me", or "leaving care only": many rows of one instant."""
    if draw(st.sampled_from((True, False, False))):
        everyone = draw(st.booleans())
        for team in (1, 3, 5):
            cell = {"team": number(team), "topic": number(200)}
            _add(found, person, cell, {"is_yes": everyone or team == 1, "start": at(days=1)})


def _beside(draw: Draw, people: Any, staff: Any) -> Iterator[Relation]:
    """What opens nothing by itself: receipts, what a PA recorded, and who is asked too."""
    for each in range(draw(st.integers(1, 3))):
        yield Relation(id=number(950 + each), cls="Receipt", person=draw(people))
        recorded = {"person": draw(people), "staff": draw(staff), "start": draw(starts)}
        yield Relation(id=number(960 + each), cls="WaitingChoice", **recorded)
        adult = {"person": draw(people), "staff": draw(staff), "start": draw(starts)}
        end = draw(ends) or LATER
        yield Relation(id=number(970 + each), cls="NamedAdult", end=end, **adult)
