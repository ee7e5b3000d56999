"""A look that a care leaver does not understand, and the answer to that."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal import hours
from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now


class LookQuestion(RelatesToCareLeaver, RandomId, Base):
    """About all that one member of staff looked at on one day, for one reason.

    Not about one row of the log: its number would tell that others are held back.
    """

    __tablename__ = "look_question"
    __table_args__ = (UniqueConstraint("care_leaver_id", "staff_id", "looked_on", "why"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    looked_on: Mapped[date]
    why: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=now)
    due_on: Mapped[date]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None]

    @property
    def is_late(self) -> bool:
        return self.answered_at is None and self.due_on < hours.local(now()).date()
