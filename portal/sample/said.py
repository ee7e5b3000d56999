"""One thing that somebody said, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from portal.accounts.about import Reach
from portal.sample.how import How
from portal.voice.models import Feeling, Kind, Wish


@dataclass(frozen=True)
class Answered:
    """What staff answered, when, and what they promised: by when."""

    at: datetime
    words: str
    promise: str = ""
    within: int = 0
    is_not_yet_kept: bool = False


@dataclass(frozen=True)
class Said:
    """One thing somebody said, in the language they said it in."""

    at: datetime
    language: str
    topic: str | None
    kind: Kind | None
    feeling: Feeling | None
    wish: Wish | None
    words: str
    reach: Reach
    how: How = How.PLAIN
    before: str = ""
    answer: Answered | None = None

    @property
    def asks(self) -> bool:
        """Whether somebody has to answer."""
        return self.wish in (Wish.TALK, Wish.CHANGE) or self.kind is Kind.WORRY
