"""Draws the records of a random council: every class, reach, author and state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from tests.architecture.rule.instants import at, maybe_past, number
from tests.architecture.rule.plain import NOW, Record, Relation, World
from tests.architecture.rule.rows_of_notes import HANGS_ON_NOTES

Draw = Any
WIDE = ("chosen", "chosen", "chosen", "my_team", "my_team", "my_adviser", "figures", "only_me")
# What each class hangs on, and whether it must.
HANGS_ON = {
    "EarlierWords": ("Entry", True),
    "Reply": ("Entry", True),
    "Promise": ("Entry", False),
    "PromiseChange": ("Promise", True),
    **HANGS_ON_NOTES,
}
FREE = (
    "Entry",
    "Entry",
    "CaseRecord",
    "CaseRecord",
    "Draft",
    "Waiting",
    "Withdrawal",
    "Promise",
    "Note",
)

reaches = st.sampled_from(WIDE)
made = st.sampled_from((at(days=60), at(days=28), at(days=27), at(days=10), at(days=1), NOW))
released = st.sampled_from((at(days=2), at(days=2), at(days=2), NOW, at(seconds=-1), None))
teams = st.sampled_from([number(team) for team in (1, 1, 1, 2, 3, 3, 4, 4, 5)])
topics = st.sampled_from([number(200), number(200), number(201), None])


def records(draw: Draw, world: World) -> World:
    found: list[Record] = []
    for each in range(draw(st.integers(18, 30))):
        found.append(_record(draw, world, found, number(1000 + each)))
    tries = [
        Relation(id=entry.id, cls="ConfirmTry", person=entry.person)
        for entry in [one for one in found if one.cls == "Entry"][: draw(st.integers(0, 2))]
    ]
    return replace(world, records=tuple(found), relations=(*world.relations, *tries))


def _record(draw: Draw, world: World, before: list[Record], id_: UUID) -> Record:
    cls, above = _class_and_parent(draw, before)
    person = draw(st.sampled_from(world.people)).id
    if above is not None and draw(st.sampled_from((True, True, True, True, False))):
        person = above.person
    reach = "only_me" if cls == "EarlierWords" else draw(reaches)
    typed_by = draw(st.sampled_from((None, None, None, None, *world.staff)))
    return Record(
        id=id_,
        cls=cls,
        person=person,
        author=_author(draw, world, cls, person),
        held_by=above.held_by if above and draw(st.booleans()) else draw(teams),
        reach=reach,
        made_at=draw(made),
        topic=above.topic if above and draw(st.booleans()) else draw(topics),
        written_down_by=typed_by and typed_by.id,
        released_at=None if reach == "only_me" else draw(released),
        confirmed_at=draw(maybe_past),
        not_for=_not_for(draw, world),
        hangs_on=above.id if above else None,
        is_official_code=cls == "CaseRecord" and draw(st.booleans()),
    )


def _class_and_parent(draw: Draw, before: list[Record]) -> tuple[str, Record | None]:
    cls = draw(st.sampled_from((*FREE, *HANGS_ON, *HANGS_ON)))
    if cls not in HANGS_ON:
        return cls, None
    parent_class, must = HANGS_ON[cls]
    parents = [record for record in before if record.cls == parent_class]
    if cls == "Reading":
        read = {record.hangs_on for record in before if record.cls == cls}
        parents = [note for note in parents if note.id not in read]
    if parents and (must or draw(st.booleans())):
        return cls, draw(st.sampled_from(parents))
    return ("Entry" if must else cls), None


def _author(draw: Draw, world: World, cls: str, person: UUID) -> Any:
    likely = {"Entry": (person,) * 6, "CaseRecord": (None,) * 3}.get(cls, (person, person))
    return draw(st.sampled_from((*likely, *(one.id for one in world.staff), None)))


def _not_for(draw: Draw, world: World) -> Any:
    nobody = (None,) * (2 * len(world.staff))
    return draw(st.sampled_from((*nobody, *(one.id for one in world.staff))))
