"""What somebody said they would do, by when, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import AboutCareLeaver
from portal.db import Base


class Promise(AboutCareLeaver, Base):
    """Who does what, by when. Open, kept, late or changed is computed, never stored."""

    __tablename__ = "promise"

    entry_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("voice_entry.id", ondelete="CASCADE"), index=True
    )
    by_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    what: Mapped[str]
    due_on: Mapped[date]
    kept_at: Mapped[datetime | None]
    form_key: Mapped[str]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("author_id", "form_key"),
            CheckConstraint("length(what) > 0", name="something_promised"),
        )


class PromiseChange(AboutCareLeaver, Base):
    """A promise that was changed: what it was before, and why."""

    __tablename__ = "promise_change"

    promise_id: Mapped[UUID] = mapped_column(
        ForeignKey("promise.id", ondelete="CASCADE"), index=True
    )
    what_before: Mapped[str]
    due_before: Mapped[date]
    reason: Mapped[str]
