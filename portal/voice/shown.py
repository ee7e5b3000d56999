"""What was said, as people see it: with its answers, its promises and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from portal.promises.shown import PromiseShown
from portal.voice.models import Entry, Reply


@dataclass(frozen=True)
class ReplyShown:
    """An answer, and who gave it."""

    reply: Reply
    by: str
    job: str
    is_own: bool

    @property
    def is_new(self) -> bool:
        return not self.is_own and self.reply.seen_at is None


@dataclass(frozen=True, kw_only=True)
class Said:
    """An entry with all that hangs on it."""

    entry: Entry
    topic: str
    by: str
    written_down_by: str
    replies: tuple[ReplyShown, ...] = ()
    promises: tuple[PromiseShown, ...] = ()
    due_on: date | None = None

    @property
    def was_answered_last_by_author(self) -> bool:
        return bool(self.replies) and self.replies[-1].is_own

    @property
    def new_replies(self) -> tuple[ReplyShown, ...]:
        return tuple(one for one in self.replies if one.is_new)


@dataclass(frozen=True, kw_only=True)
class Waits:
    """Something that waits for whoever looks. `entry` is None when it is for the adviser alone."""

    entry_id: UUID
    care_leaver_id: UUID
    name: str
    said_at: datetime
    due_on: date
    pressing: bool
    overdue: bool
    read_at: datetime | None
    adviser_only: bool
    mine: bool
    entry: Entry | None
    topic: str

    @property
    def why(self) -> str:
        """Why it stands with the manager too."""
        if self.mine:
            return ""
        if self.read_at is None:
            return "Nobody has read it yet."
        return "Its reader is away, gone or not meant."
