"""What the council sets about choices, and the named adult of somebody of 16 or 17."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now


class SharingTerms(Base):
    """How long a yes lasts, and whether an adult is asked too. The newest row counts."""

    __tablename__ = "sharing_terms"
    __table_args__ = (
        CheckConstraint("months BETWEEN 1 AND 24", name="one_to_24_months"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    months: Mapped[int] = mapped_column(default=12)
    asks_adult: Mapped[bool] = mapped_column(default=False)
    text_version: Mapped[str]
    set_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    set_at: Mapped[datetime] = mapped_column(default=now)


class NamedAdult(RelatesToCareLeaver, RandomId, Base):
    """Who also says yes to a yes of somebody under 18. `end_at` is their 18th birthday, or
    earlier."""

    __tablename__ = "named_adult"
    __table_args__ = (
        CheckConstraint("named_by_id <> staff_id", name="not_by_oneself"),
        Index(None, "staff_id", "care_leaver_id"),
    )

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    named_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime]


class Agreement(RelatesToCareLeaver, RandomId, Base):
    """The named adult says yes too, to this one yes."""

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("choice_id"),)

    choice_id: Mapped[int] = mapped_column(ForeignKey("choice.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    said_at: Mapped[datetime] = mapped_column(default=now)
