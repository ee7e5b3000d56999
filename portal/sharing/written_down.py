"""What a PA wrote down for somebody beside them, as both of them read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from portal.accounts.models import CareLeaver, Staff
from portal.consent.actions.recording import TRIES, wishes_of
from portal.consent.models import WaitingChoice
from portal.consent.queries.boards import board
from portal.consent.queries.choices import LAPSES_AFTER
from portal.db import now, session
from portal.sharing import changing
from portal.sharing.changing import Line


@dataclass(frozen=True)
class WrittenDown:
    waiting: WaitingChoice
    whose: str
    by: str
    teams: dict[str, list[Line]]

    @property
    def is_open(self) -> bool:
        return self.waiting.answered_at is None and self.until > now()

    @property
    def is_confirmed(self) -> bool:
        return self.waiting.receipt_id is not None

    @property
    def until(self) -> datetime:
        return self.waiting.made_at + LAPSES_AFTER

    @property
    def tries_left(self) -> int:
        return max(0, TRIES - self.waiting.wrong_pins)

    @property
    def text(self) -> list[str]:
        """What the page said on which it was written down."""
        return self.waiting.shown["text"].splitlines()


def shown(waiting: WaitingChoice) -> WrittenDown:
    mine = board(waiting.care_leaver_id)
    return WrittenDown(
        waiting=waiting,
        whose=session.get_one(CareLeaver, waiting.care_leaver_id).name,
        by=session.get_one(Staff, waiting.recorded_by_id).name,
        teams=changing.by_team(changing.lines(mine, wishes_of(waiting))),
    )
