"""What a care leaver chose, what the law locks, who looked, and who came in by emergency."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now


class Purpose(StrEnum):
    """What a care leaver may agree to apart from the teams."""

    COUNTING = "counting"
    QUOTING = "quoting"
    RESEARCH = "research"


class Choice(RelatesToCareLeaver, Base):
    """A yes or not now, to a team about a topic or to a purpose. The latest one counts."""

    __tablename__ = "choice"
    __table_args__ = (
        CheckConstraint(
            "(purpose IS NULL AND team_id IS NOT NULL AND topic_id IS NOT NULL)"
            " OR (purpose IS NOT NULL AND team_id IS NULL AND topic_id IS NULL)",
            name="team_and_topic_or_purpose",
        ),
        Index(None, "care_leaver_id", "team_id", "topic_id", "id"),
        Index(None, "care_leaver_id", "purpose", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"))
    topic_id: Mapped[UUID | None] = mapped_column(ForeignKey("topic.id"))
    purpose: Mapped[Purpose | None]
    is_yes: Mapped[bool]
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime | None]
    made_at: Mapped[datetime] = mapped_column(default=now)


class LockedCell(RandomId, Base):
    """A team and topic that the council must share by law. Two people set it."""

    __tablename__ = "locked_cell"
    __table_args__ = (
        CheckConstraint("set_by_id <> confirmed_by_id", name="two_people"),
        Index(None, "team_id", "topic_id"),
    )

    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    topic_id: Mapped[UUID] = mapped_column(ForeignKey("topic.id"))
    reason: Mapped[str]
    first_day_at: Mapped[datetime]
    end_at: Mapped[datetime | None]
    set_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    confirmed_at: Mapped[datetime | None]


class EmergencyAccess(RelatesToCareLeaver, RandomId, Base):
    """Somebody opened this record in an emergency, for 24 hours."""

    __tablename__ = "emergency_access"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    category: Mapped[str]
    reason: Mapped[str]
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime]
    approved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    telling_held_back_until: Mapped[datetime | None]
    held_back_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    held_back_reason: Mapped[str | None]


class Look(RelatesToCareLeaver, Base):
    """One answered request of staff that showed records of this care leaver.

    `shown` lists kind, id, version and the line of the rule, for each record. The hash is keyed
    and covers the one before it: a chain for each care leaver.
    """

    __tablename__ = "look"
    __table_args__ = (UniqueConstraint("care_leaver_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    looked_at: Mapped[datetime] = mapped_column(index=True)
    why: Mapped[str]
    shown: Mapped[list[Any]] = mapped_column(JSON)
    emergency_id: Mapped[UUID | None] = mapped_column(ForeignKey("emergency_access.id"))
    hash: Mapped[str]


class WordsBatch(RandomId, Base):
    """A batch of words that coders or a sampler read under pseudonyms, while it is open."""

    __tablename__ = "words_batch"

    purpose: Mapped[Purpose]
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime | None]


class EthicsApproval(RandomId, Base):
    """What allows a research project to take anything out, from when until when."""

    __tablename__ = "ethics_approval"

    project: Mapped[str]
    start_at: Mapped[datetime]
    end_at: Mapped[datetime | None]
