"""A note to a care leaver, made of passages, each in one voice, and what each side made of it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import AboutCareLeaver
from portal.db import Base

LONGEST = 20_000  # characters of a passage
MOST_PASSAGES = 500


class Contact(StrEnum):
    """How they were in touch."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    ONLINE = "online"
    MESSAGE = "message"


class Voice(StrEnum):
    """Whose words a passage holds. Nobody but its writer changes it."""

    CARE_LEAVER = "care_leaver"
    STAFF = "staff"
    SOMEBODY_ELSE = "somebody_else"


class Note(AboutCareLeaver, Base):
    """A letter to a care leaver. Its author owns its order, and no words but their own.

    `released_at`: since when the care leaver may read it, as a note that is written together or
    as one that was sent. `topic_id` decides about sharing; `also_about` only says what else.
    """

    __tablename__ = "note"

    title: Mapped[str]
    day: Mapped[date]
    contact: Mapped[Contact]
    purpose: Mapped[str] = mapped_column(default="")
    also_about: Mapped[list[str]] = mapped_column(JSON, default=list)
    hard_about: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=1)
    together_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    form_key: Mapped[str]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("author_id", "form_key"),
            CheckConstraint("length(title) BETWEEN 1 AND 200", name="has_a_title"),
            CheckConstraint("sent_at IS NULL OR released_at IS NOT NULL", name="sent_is_released"),
        )

    @property
    def is_being_written(self) -> bool:
        return self.sent_at is None


class Passage(AboutCareLeaver, Base):
    """Some lines of a note in one voice.

    `words` are as its reader may read them: what is redacted stands in rows of its own, and a
    block in its place. `role` names somebody else: mum, a friend, the landlord.
    """

    __tablename__ = "note_passage"

    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"), index=True)
    voice: Mapped[Voice]
    role: Mapped[str] = mapped_column(default="")
    words: Mapped[str]
    position: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    edited_at: Mapped[datetime | None]
    confirmed_on: Mapped[str | None]
    form_key: Mapped[str]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("author_id", "form_key"),
            CheckConstraint(f"length(words) BETWEEN 1 AND {LONGEST}", name="words_said"),
            CheckConstraint("(voice = 'somebody_else') = (role <> '')", name="somebody_has_a_role"),
        )

    @property
    def last_changed_at(self) -> datetime:
        return self.edited_at or self.made_at


class EarlierPassage(AboutCareLeaver, Base):
    """A passage as it was. Its author's alone, unless its reader had it before them already."""

    __tablename__ = "note_earlier_passage"

    passage_id: Mapped[UUID] = mapped_column(
        ForeignKey("note_passage.id", ondelete="CASCADE"), index=True
    )
    version: Mapped[int]
    words: Mapped[str]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (UniqueConstraint("passage_id", "version"),)


class Verdict(AboutCareLeaver, Base):
    """One side's "this is fair" or "not yet", of the note as it was then. The latest counts."""

    __tablename__ = "note_verdict"

    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"), index=True)
    is_fair: Mapped[bool]
    of_version: Mapped[int]


class Reading(AboutCareLeaver, Base):
    """That the care leaver had the note before them, and when first."""

    __tablename__ = "note_reading"

    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id", ondelete="CASCADE"), unique=True)
