"""What somebody is in the middle of writing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import AboutCareLeaver
from portal.db import Base, now


class Draft(AboutCareLeaver, Base):
    """What was typed into one form and not yet sent: its author's alone, on every device."""

    __tablename__ = "draft"

    form: Mapped[str]
    typed: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime] = mapped_column(default=now)

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("author_id", "care_leaver_id", "form"),)
