"""A care leaver's own words, what was answered, and what waits for an answer."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import AboutCareLeaver, Reach, RelatesToCareLeaver
from portal.db import Base

LONGEST = 20_000


class Kind(StrEnum):
    IDEA = "idea"
    THOUGHT = "thought"
    WORRY = "worry"
    EXPERIENCE = "experience"
    GOOD_NEWS = "good_news"


class Feeling(StrEnum):
    AWFUL = "awful"
    BAD = "bad"
    OK = "ok"
    GOOD = "good"
    GREAT = "great"


class Wish(StrEnum):
    """What somebody wants to happen with what they said."""

    JUST_KNOW = "just_know"
    TALK = "talk"
    CHANGE = "change"


class ConfirmedOn(StrEnum):
    """Where somebody said that what was written down for them is right."""

    THEIR_DEVICE = "their device"
    OWN_PHONE = "own phone"


SHUT = (Reach.ONLY_ME, Reach.FIGURES)


class Entry(AboutCareLeaver, Base):
    """Something a care leaver wanted heard, kept exactly as they said it."""

    __tablename__ = "voice_entry"

    words: Mapped[str]
    kind: Mapped[Kind | None]
    feeling: Mapped[Feeling | None]
    wish: Mapped[Wish | None]
    language: Mapped[str | None]
    form_key: Mapped[str]
    edited_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    reach_before: Mapped[Reach | None]
    confirmed_on: Mapped[str | None]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("author_id", "form_key"),
            CheckConstraint(f"length(words) BETWEEN 1 AND {LONGEST}", name="words_said"),
            CheckConstraint("withdrawn_at IS NULL OR reach = 'only_me'", name="withdrawn_is_shut"),
        )

    @property
    def asks(self) -> bool:
        """Whether somebody waits for an answer to this."""
        return self.wish in (Wish.TALK, Wish.CHANGE) or self.kind == Kind.WORRY

    @property
    def is_pressing(self) -> bool:
        return self.wish == Wish.TALK or self.kind == Kind.WORRY

    @property
    def is_shut(self) -> bool:
        """Nobody but its author sees this."""
        return self.reach in SHUT

    @property
    def last_changed_at(self) -> datetime:
        return self.edited_at or self.made_at


class EarlierWords(AboutCareLeaver, Base):
    """An entry as it was said before it was changed. Its author's alone."""

    __tablename__ = "voice_earlier_words"

    entry_id: Mapped[UUID] = mapped_column(
        ForeignKey("voice_entry.id", ondelete="CASCADE"), index=True
    )
    words: Mapped[str]
    kind: Mapped[Kind | None]
    feeling: Mapped[Feeling | None]
    wish: Mapped[Wish | None]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (CheckConstraint("reach = 'only_me'", name="its_authors_alone"),)


class Reply(AboutCareLeaver, Base):
    """What was answered on an entry, by staff or by its author."""

    __tablename__ = "voice_reply"

    entry_id: Mapped[UUID] = mapped_column(
        ForeignKey("voice_entry.id", ondelete="CASCADE"), index=True
    )
    words: Mapped[str]
    form_key: Mapped[str]
    seen_at: Mapped[datetime | None]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("author_id", "form_key"),
            CheckConstraint(f"length(words) BETWEEN 1 AND {LONGEST}", name="words_said"),
        )


class Withdrawal(AboutCareLeaver, Base):
    """That something was taken back, and when; not what. Hangs on nothing: the entry is shut."""

    __tablename__ = "voice_withdrawal"


class Waiting(AboutCareLeaver, Base):
    """That an entry waits for an answer, and by when; never its words.

    A row of its own, since an entry for the adviser alone must still not fall into a void when
    the adviser is away: the manager then sees that something waits. `answers_to` is the entry's id
    and no key, so that this does not hang on what may be shut.
    """

    __tablename__ = "voice_waiting"

    answers_to: Mapped[UUID]
    due_on: Mapped[date]
    pressing: Mapped[bool] = mapped_column(default=False)
    adviser_only: Mapped[bool] = mapped_column(default=False)
    read_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("answers_to"),
            Index(None, "care_leaver_id", "answered_at"),
            Index(None, "answered_at"),
        )


class ConfirmTry(RelatesToCareLeaver, Base):
    """Wrong PINs at the device of the one who wrote it down: three, then only the own phone."""

    __tablename__ = "voice_confirm_try"

    entry_id: Mapped[UUID] = mapped_column(
        ForeignKey("voice_entry.id", ondelete="CASCADE"), primary_key=True
    )
    wrong: Mapped[int] = mapped_column(default=0)
