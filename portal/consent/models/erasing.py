"""What stays when somebody is erased."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from portal.db import Base, RandomId, now


class Erasure(RandomId, Base):
    """That somebody was erased, on what basis and by which two people. Not who it was.

    While `open_for` names somebody, the database lets that person's history go, and nothing else.
    It points at a row that is never there and is looked at when the transaction ends: one that
    leaves it open cannot be committed. `looks` has the instants and hashes of their chain, so that
    older anchors of the looking log can still be told from cut ones.
    """

    __tablename__ = "erasure"
    __table_args__ = (CheckConstraint("asked_by_id <> done_by_id", name="two_people"),)

    whose: Mapped[str]
    legal_basis: Mapped[str]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    done_by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    erased_at: Mapped[datetime] = mapped_column(default=now)
    looks: Mapped[list[Any]] = mapped_column(JSON, default=list)
    open_for: Mapped[UUID | None] = mapped_column(
        ForeignKey("erasure.id", deferrable=True, initially="DEFERRED")
    )
