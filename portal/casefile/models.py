"""When somebody last looked at a care leaver's page, so that it can say what is new."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now


class LastLooked(RelatesToCareLeaver, RandomId, Base):
    """For the one who looked, and for nobody else: the log of who looked is another thing.

    `new_since` is when they looked the time before: coming back to the page within the same
    half hour does not make what was new old.
    """

    __tablename__ = "last_looked"
    __table_args__ = (UniqueConstraint("staff_id", "care_leaver_id"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    looked_at: Mapped[datetime] = mapped_column(default=now)
    new_since: Mapped[datetime | None]
