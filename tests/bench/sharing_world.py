"""What is asked when the rule beneath sharing is measured. All of it may be seen by whoever asks,
so that the same rows are found with the rule and without it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, insert, select, update

from portal.accounts.models import Account, CareLeaver, Role
from portal.consent.models import Choice, Purpose
from portal.db import now, session
from portal.records.models import CaseRecord
from portal.voice.models import Entry
from tests.bench import person_world
from tests.cast import Town
from tests.makers import long_ago

KINDS: tuple[Any, ...] = (Entry, CaseRecord)
OF_JOS, EACH_OF_JOS = 25, 400
OF_HARRIETS, EACH_OF_HARRIETS = 30, 334
COUNTED, EACH_COUNTED = 1710, 6


@dataclass(frozen=True)
class World:
    jos: list[CareLeaver]
    harriets: list[CareLeaver]


def settle(town: Town) -> World:
    """Jo's and Harriet's people, ten thousand records each, and whoever else is counted."""
    jos = person_world.jos_many(town, OF_JOS, EACH_OF_JOS)
    harriets = person_world.harriets_many(town, OF_HARRIETS, EACH_OF_HARRIETS)
    session.flush()
    # A preview shows what was released to them, too.
    session.execute(update(CaseRecord).values(released_at=now() - timedelta(days=1)))
    others(town, COUNTED - OF_JOS - OF_HARRIETS - len((town.amina, town.tyler)))
    return World(jos, harriets)


def others(town: Town, number: int) -> None:
    """People with a few records each, and nobody beside them."""
    people = _others(town, number)
    for kind, one in ((Entry, _entry), (CaseRecord, _note)):
        source = person_world._lcs(town.teams.leaving_care)
        made = [one(town, id_, source.id) for id_ in people for _ in range(EACH_COUNTED // 2)]
        session.execute(insert(kind), made)


def _others(town: Town, number: int) -> list[UUID]:
    """People with nobody beside them, who were told how counting works. Some agreed."""
    ids = [uuid4() for _ in range(number)]
    session.execute(insert(Account), [{"id": id_, "role": Role.CARE_LEAVER} for id_ in ids])
    known = {"team_id": town.teams.leaving_care.id, "came_in_at": long_ago(), "told_at": long_ago()}
    people = [{"id": id_, "first_name": "Bench", "last_name": "Bench"} | known for id_ in ids]
    session.execute(insert(CareLeaver), people)
    said = {"purpose": Purpose.COUNTING, "is_yes": True}
    session.execute(insert(Choice), [{"care_leaver_id": id_} | said for id_ in ids[::2]])
    return ids


def _record(town: Town, id_: UUID) -> dict[str, Any]:
    held = {"held_by_id": town.teams.leaving_care.id, "topic_id": town.topics[3].id}
    return {"id": uuid4(), "care_leaver_id": id_, "reach": "figures"} | held


def _entry(town: Town, id_: UUID, source_id: UUID) -> dict[str, Any]:
    said = {"author_id": id_, "words": "The lamp is out.", "form_key": uuid4().hex}
    return _record(town, id_) | said


def _note(town: Town, id_: UUID, source_id: UUID) -> dict[str, Any]:
    kept = {"source_id": source_id, "foreign_id": uuid4().hex, "kind": "case_note", "digest": ""}
    return _record(town, id_) | kept


def listed(people: list[CareLeaver]) -> int:
    """Every record about these people, loaded as pages load them."""
    whose = [person.id for person in people]
    return sum(
        len(session.scalars(select(kind).where(kind.care_leaver_id.in_(whose))).all())
        for kind in KINDS
    )


def figures() -> int:
    """How many there are about each topic, and of how many people."""
    counted = 0
    for kind in KINDS:
        people = func.count(kind.care_leaver_id.distinct())
        for _, number, _ in session.execute(
            select(kind.topic_id, func.count(), people).group_by(kind.topic_id)
        ):
            counted += number
    return counted
