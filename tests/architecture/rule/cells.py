"""Every kind of record in every state: each reach, choice, holder and parent's reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count, product
from typing import Any
from uuid import UUID

from tests.architecture.rule.instants import at, number
from tests.architecture.rule.plain import NOW, REACHES, Lock, Record, Relation, World
from tests.architecture.rule.small import (
    AMINA,
    HARRIET,
    HOUSING,
    JO,
    LEAVING_CARE,
    NO_WRONG_DOOR,
    people,
    said,
)

TOPICS = {
    name: number(200 + each)
    for each, name in enumerate(
        ("no choice", "yes", "not now", "run out", "to come", "other team", "taken back", "locked")
    )
}
OTHERS = {"author": JO, "released_at": at(days=2)}
STATES: dict[str, dict[str, Any]] = {
    "own": {},
    "of staff, released": OTHERS,
    "of staff, not released": {"author": JO},
    "released tomorrow": OTHERS | {"released_at": NOW + timedelta(days=1)},
    "imported": {"author": None},
    "written down, waiting": {"written_down_by": JO},
    "written down, confirmed": {"written_down_by": JO, "confirmed_at": at(days=1)},
    "written down, lapsed": {"written_down_by": JO, "made_at": at(days=28)},
    "not for the adviser": {"not_for": JO},
    "not for the practitioner": {"not_for": HARRIET},
}
FREE = ("Entry", "CaseRecord", "Draft", "Waiting", "Withdrawal", "Promise")
WHOLE = ("Entry", "CaseRecord")
HANGING = {"Reply": "Entry", "PromiseChange": "Promise", "EarlierWords": "Entry"}


def _choices() -> Iterator[Relation]:
    ids = count(1)

    def choice(team: UUID, topic: str, is_yes: bool, **more: Any) -> Relation:
        return Relation(
            id=next(ids),
            cls="Choice",
            person=AMINA,
            team=team,
            topic=TOPICS[topic],
            is_yes=is_yes,
            **{"start": at(days=5), **more},
        )

    for team in (LEAVING_CARE, HOUSING):
        yield choice(team, "yes", True)
        yield choice(team, "not now", False)
        yield choice(team, "run out", True, end=NOW)
        yield choice(team, "to come", True, start=NOW + timedelta(seconds=1))
        yield choice(team, "taken back", True)
        yield choice(team, "taken back", False)
    yield choice(NO_WRONG_DOOR, "other team", True)
    for purpose in ("counting", "research"):
        yield Relation(
            id=next(ids), cls="Choice", person=AMINA, purpose=purpose, is_yes=True, start=at(days=5)
        )


def _records() -> Iterator[Record]:
    ids = count(1000)
    parents: dict[tuple[str, str], UUID] = {}
    topics = (*TOPICS.values(), None)
    states = STATES.values()
    teams = (LEAVING_CARE, HOUSING)
    for cls in FREE:
        # Choices open every class alike: for most, a yes, a lock and no topic are enough.
        about = topics if cls in WHOLE else (TOPICS["yes"], TOPICS["locked"], None)
        for reach, topic, team, state in product(REACHES, about, teams, states):
            record = _one(next(ids), cls, reach, topic, team, state)
            parents.setdefault((cls, reach), record.id)
            yield record
    for (cls, above), reach, over in product(HANGING.items(), REACHES, REACHES):
        for topic, team, state in product((TOPICS["yes"],), teams, states):
            if cls != "EarlierWords" or reach == "only_me":
                record = _one(next(ids), cls, reach, topic, team, state)
                yield replace(record, hangs_on=parents[above, over])


def _one(
    id_: int, cls: str, reach: str, topic: UUID | None, team: UUID, state: dict[str, Any]
) -> Record:
    shut = {"released_at": None} if reach == "only_me" else {}
    more = {**state, **shut, "topic": topic, "held_by": team}
    return replace(said(id_, AMINA, reach, cls), **more)


def cells() -> World:
    world = people()
    locks = tuple(
        Lock(team=team, topic=TOPICS["locked"], first_day=at(days=9), confirmed_at=at(days=9))
        for team in (LEAVING_CARE, HOUSING)
    )
    return replace(
        world,
        topics=tuple(TOPICS.values()),
        relations=(*world.relations, *_choices()),
        locks=locks,
        records=tuple(_records()),
    )
