"""Each try at opening somebody's record: in an emergency, or by an address that was refused."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now

APPROVED_WITHIN = timedelta(hours=24)  # after which there is nothing left to approve


class Category(StrEnum):
    DANGER = "danger"
    MISSING = "missing"
    HEALTH = "health"
    OTHERS = "others"


class Reviewed:
    """Looked at by a manager: it was right, or there is an inquiry, and what came of that."""

    reviewed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    reviewed_at: Mapped[datetime | None]
    inquiry: Mapped[str | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    ended_at: Mapped[datetime | None]
    came_to: Mapped[str | None]


class EmergencyTry(RelatesToCareLeaver, Reviewed, RandomId, Base):
    """Somebody tried to open a record in an emergency. A miss is about nobody.

    What they looked for is not kept: for a miss it may be anybody's name.
    """

    __tablename__ = "emergency_try"
    __table_args__ = (
        UniqueConstraint("staff_id", "form_key"),
        Index(None, "staff_id", "tried_at"),
        CheckConstraint("decided_by_id <> staff_id", name="decided_by_another"),
        CheckConstraint("reviewed_by_id <> staff_id", name="reviewed_by_another"),
    )

    care_leaver_id: Mapped[UUID | None] = mapped_column(  # type: ignore[assignment]
        ForeignKey("care_leaver.id"), index=True
    )
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    form_key: Mapped[UUID]
    category: Mapped[Category]
    reason: Mapped[str]
    tried_at: Mapped[datetime] = mapped_column(default=now)
    needs_approval: Mapped[bool] = mapped_column(default=False)
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None]
    emergency_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("emergency_access.id"), unique=True
    )

    @property
    def is_hit(self) -> bool:
        return self.care_leaver_id is not None

    @property
    def waits(self) -> bool:
        """For another manager to say yes or no; after a day it is too late to say either."""
        in_time = now() < self.tried_at + APPROVED_WITHIN
        return self.needs_approval and self.decided_at is None and in_time


class RefusedTry(RelatesToCareLeaver, Reviewed, RandomId, Base):
    """Somebody of staff asked for a page about this id, and got none.

    Written alike for whoever is hidden and for whoever never was: so this is no key, and who it
    is about shows only to a manager of theirs.
    """

    __tablename__ = "refused_try"
    __table_args__ = (CheckConstraint("reviewed_by_id <> staff_id", name="reviewed_by_another"),)

    care_leaver_id: Mapped[UUID] = mapped_column(index=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    tried_at: Mapped[datetime] = mapped_column(default=now, index=True)
