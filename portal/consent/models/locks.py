"""What the council must share by law."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, RandomId


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
