"""What a team has read about a topic, from the looking log, as its care leaver reads it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from portal import hours
from portal.accounts.models import Membership, Staff
from portal.consent.models import Look
from portal.consent.reading import records
from portal.db import session

NEWEST = 500

Thing = tuple[str, str]


@dataclass(frozen=True)
class Read:
    """Somebody of the team on one day, and how many of each kind they had before them."""

    day: date
    name: str
    kinds: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class ReadAlready:
    """`also_unseen`: they opened what its care leaver was not given, so nobody can say here what
    it was about."""

    reads: tuple[Read, ...]
    also_unseen: bool


def read_by(care_leaver_id: UUID, team_id: UUID, topic_id: UUID) -> ReadAlready:
    """Newest first. What the team itself wrote is not counted: it keeps that anyway."""
    looks = _looks_of(care_leaver_id, team_id)
    mine, about = _in_sight(looks, team_id, topic_id)
    days: dict[tuple[date, str], set[Thing]] = defaultdict(set)
    opened = {(kind, id_) for look, _ in looks for kind, id_, *_ in look.shown}
    for look, name in looks:
        things = {(kind, id_) for kind, id_, *_ in look.shown} & about
        if things:
            days[hours.local(look.looked_at).date(), name] |= things
    reads = [Read(day, name, _counted(things)) for (day, name), things in days.items()]
    return ReadAlready(tuple(reads), also_unseen=bool(opened - mine))


def _counted(things: set[Thing]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(kind for kind, _ in things).most_common())


def _looks_of(care_leaver_id: UUID, team_id: UUID) -> list[tuple[Look, str]]:
    members = select(Membership.staff_id).where(Membership.team_id == team_id)
    found = session.execute(
        select(Look, Staff.name)
        .join(Staff, Staff.id == Look.staff_id)
        .where(Look.care_leaver_id == care_leaver_id, Look.staff_id.in_(members))
        .order_by(Look.looked_at.desc(), Look.id.desc())
        .limit(NEWEST)
    )
    return [(look, name) for look, name in found]


def _in_sight(
    looks: Sequence[tuple[Look, str]], team_id: UUID, topic_id: UUID
) -> tuple[set[Thing], set[Thing]]:
    """What of all that they opened the care leaver sees too, and which of it is about the topic."""
    seen: dict[str, set[UUID]] = defaultdict(set)
    for look, _ in looks:
        for kind, id_, *_ in look.shown:
            seen[kind].add(UUID(id_))
    mine: set[Thing] = set()
    about: set[Thing] = set()
    for kind, ids in seen.items():
        for id_, topic, held_by in _found(kind, ids):
            mine.add((kind, str(id_)))
            if topic == topic_id and held_by != team_id:
                about.add((kind, str(id_)))
    return mine, about


def _found(kind: str, ids: set[UUID]) -> list[Any]:
    known = records().get(kind)
    if known is None:
        return []
    asked = select(known.id, known.topic_id, known.held_by_id).where(known.id.in_(ids))
    return list(session.execute(asked))
