"""What a care leaver chose, and the proof of it that they keep."""

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


class Method(StrEnum):
    """How a choice came to be written down."""

    OWN_PHONE = "own_phone"
    BESIDE_ME = "beside_me"
    NOTED = "noted"


class Choice(RelatesToCareLeaver, Base):
    """A yes or not now, to a team about a topic or to a purpose. The latest one counts.

    `recorded_by_id` is empty when the care leaver wrote it down. A yes with `adult_until` waits,
    until that instant, for an `Agreement`.
    """

    __tablename__ = "choice"
    __table_args__ = (
        CheckConstraint(
            "(purpose IS NULL AND team_id IS NOT NULL AND topic_id IS NOT NULL)"
            " OR (purpose IS NOT NULL AND team_id IS NULL AND topic_id IS NULL)",
            name="team_and_topic_or_purpose",
        ),
        CheckConstraint("is_yes OR adult_until IS NULL", name="not_now_waits_for_nobody"),
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
    receipt_id: Mapped[UUID | None] = mapped_column(ForeignKey("receipt.id"), index=True)
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    adult_until: Mapped[datetime | None]


class Receipt(RelatesToCareLeaver, RandomId, Base):
    """What was chosen at one time, word for word, signed by the council.

    `body` is the signed text itself, canonical JSON. The id comes from the form's key, so that a
    form that is sent twice cannot make two.
    """

    __tablename__ = "receipt"
    __table_args__ = (Index(None, "care_leaver_id", "given_at"),)

    given_at: Mapped[datetime] = mapped_column(default=now)
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    method: Mapped[Method]
    language: Mapped[str]
    text_version: Mapped[str]
    body: Mapped[str]
    signature: Mapped[str]


class WaitingChoice(RelatesToCareLeaver, RandomId, Base):
    """Yeses that a PA recorded for somebody beside them. They open nothing before the care leaver
    says that they are right: then they are made as new rows."""

    __tablename__ = "waiting_choice"
    __table_args__ = (UniqueConstraint("recorded_by_id", "form_key"),)

    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    form_key: Mapped[UUID]
    wishes: Mapped[list[Any]] = mapped_column(JSON)
    shown: Mapped[dict[str, str]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(default=now)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    answered_at: Mapped[datetime | None]
    receipt_id: Mapped[UUID | None] = mapped_column(ForeignKey("receipt.id"))
