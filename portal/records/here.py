"""What is already here of the rows of one source, and where new ones go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from portal.accounts.about import Reach
from portal.accounts.models import Reference, Team, TeamKind, Topic
from portal.db import session
from portal.records.models import CaseRecord, Source, WaitingRow


@dataclass(frozen=True)
class Destination:
    """Where the rows of one source go: who holds them, and how far they reach."""

    source_id: UUID
    system: str
    team_id: UUID
    reach: Reach
    topics: dict[str, UUID]

    @classmethod
    def of(cls, source_id: UUID) -> Destination:
        source = session.get_one(Source, source_id)
        team = session.get_one(Team, source.team_id)
        own = team.kind is TeamKind.LEAVING_CARE
        topics = session.execute(select(Topic.name, Topic.id))
        return cls(
            source_id=source.id,
            system=source.name,
            team_id=source.team_id,
            reach=Reach.MY_TEAM if own else Reach.CHOSEN,
            topics={name.casefold(): topic_id for name, topic_id in topics},
        )


@dataclass(frozen=True, slots=True)
class Kept:
    """What is already here of one row."""

    id: UUID
    digest: str
    version: int
    care_leaver_id: UUID


Waits = tuple[UUID, str]


def people_of(system: str, references: set[str]) -> dict[str, UUID]:
    """Which of these people of another system are in the portal."""
    found = session.execute(
        select(Reference.value, Reference.care_leaver_id).where(
            Reference.system == system, Reference.value.in_(references)
        )
    )
    return dict(found.all())


def kept_of(source_id: UUID, ids: Sequence[str]) -> dict[str, Kept]:
    found = session.execute(
        select(
            CaseRecord.foreign_id,
            CaseRecord.id,
            CaseRecord.digest,
            CaseRecord.version,
            CaseRecord.care_leaver_id,
        ).where(CaseRecord.source_id == source_id, CaseRecord.foreign_id.in_(ids))
    )
    return {
        foreign_id: Kept(key, digest, version, person)
        for foreign_id, key, digest, version, person in found
    }


def waiting_of(source_id: UUID, ids: Sequence[str]) -> dict[str, Waits]:
    found = session.execute(
        select(WaitingRow.foreign_id, WaitingRow.id, WaitingRow.digest).where(
            WaitingRow.source_id == source_id, WaitingRow.foreign_id.in_(ids)
        )
    )
    return {foreign_id: (row_id, digest) for foreign_id, row_id, digest in found}
