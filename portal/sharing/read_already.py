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
from portal.accounts.about import AboutCareLeaver
from portal.accounts.models import Membership, Staff
from portal.consent.models import Look
from portal.consent.reading import records
from portal.db import session

NEWEST = 500

Known = dict[str, set[str]]


@dataclass(frozen=True)
class Read:
    """Somebody of the team on one day, and how many of each kind they had before them."""

    day: date
    name: str
    kinds: tuple[tuple[str, int], ...]


def read_by(care_leaver_id: UUID, team_id: UUID, topic_id: UUID) -> list[Read]:
    """Newest first. What the team itself wrote is not counted: it keeps that anyway."""
    looks = _looks_of(care_leaver_id, team_id)
    known = _about(looks, team_id, topic_id)
    days: dict[tuple[date, str], set[tuple[str, str]]] = defaultdict(set)
    for look, name in looks:
        things = {(kind, id_) for kind, id_, *_ in look.shown if id_ in known[kind]}
        if things:
            days[hours.local(look.looked_at).date(), name] |= things
    return [Read(day, name, _counted(things)) for (day, name), things in days.items()]


def _counted(things: set[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
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


def _about(looks: Sequence[tuple[Look, str]], team_id: UUID, topic_id: UUID) -> Known:
    """Which of what they saw is about the topic, asked as the care leaver."""
    seen: dict[str, set[UUID]] = defaultdict(set)
    for look, _ in looks:
        for kind, id_, *_ in look.shown:
            seen[kind].add(UUID(id_))
    known: Known = defaultdict(set)
    for kind, ids in seen.items():
        if (one := records().get(kind)) is not None:
            known[kind] = {str(id_) for id_ in session.scalars(_ids(one, ids, team_id, topic_id))}
    return known


def _ids(kind: type[Any], ids: set[UUID], team_id: UUID, topic_id: UUID) -> Any:
    assert issubclass(kind, AboutCareLeaver)
    return select(kind.id).where(
        kind.id.in_(ids), kind.topic_id == topic_id, kind.held_by_id != team_id
    )
