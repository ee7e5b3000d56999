"""Who looked."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base


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
