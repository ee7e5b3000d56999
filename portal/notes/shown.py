"""A note as people read it: like a letter, each passage in its voice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from portal.notes.models import Note, Passage

WAYS = {
    "in_person": "we met",
    "phone": "we talked on the phone",
    "online": "we talked online",
    "message": "we wrote to each other",
}


@dataclass(frozen=True)
class PassageShown:
    """`whose`: "You", a name, or somebody by role; `job` says what a member of staff does."""

    passage: Passage
    whose: str
    job: str
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class NoteShown:
    note: Note
    by: str
    job: str
    to: str
    topic: str
    passages: tuple[PassageShown, ...] = ()
    fair_to_reader: bool | None = None
    fair_to_staff: bool | None = None
    read_at: datetime | None = None

    @property
    def how(self) -> str:
        return WAYS[self.note.contact]

    @property
    def is_agreed(self) -> bool:
        return bool(self.fair_to_reader and self.fair_to_staff)

    @property
    def state(self) -> str:
        """Wherever it is shown, it says where it stands."""
        if self.note.sent_at is None:
            return "Being written together" if self.note.together_at else "Only you see this so far"
        if self.is_agreed:
            return "Both say that it is fair"
        if self.fair_to_reader is False:
            return f"{self.to} says: not yet fair"
        return "Sent, and not agreed so far"
