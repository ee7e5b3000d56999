"""Who came in by emergency."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now


class EmergencyAccess(RelatesToCareLeaver, RandomId, Base):
    """Somebody opened this record in an emergency, for 24 hours."""

    __tablename__ = "emergency_access"
    __table_args__ = (
        CheckConstraint("approved_by_id <> staff_id", name="approved_by_another"),
        CheckConstraint(
            "held_back_by_id <> staff_id AND"
            " (approved_by_id IS NULL OR held_back_by_id <> approved_by_id)",
            name="held_back_by_another",
        ),
    )

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    category: Mapped[str]
    reason: Mapped[str]
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime]
    approved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    telling_held_back_until: Mapped[datetime | None]
    held_back_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    held_back_reason: Mapped[str | None]
