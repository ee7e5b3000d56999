"""What lets words be read under pseudonyms, while it is open."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from portal.consent.models.choices import Purpose
from portal.db import Base, RandomId, now


class WordsBatch(RandomId, Base):
    """A batch of words that coders or a sampler read under pseudonyms, while it is open."""

    __tablename__ = "words_batch"

    purpose: Mapped[Purpose]
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime | None]


class EthicsApproval(RandomId, Base):
    """What allows a research project to take anything out, from when until when."""

    __tablename__ = "ethics_approval"

    project: Mapped[str]
    start_at: Mapped[datetime]
    end_at: Mapped[datetime | None]
