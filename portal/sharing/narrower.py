"""What is about a topic and goes less far than the teams that were said yes to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.accounts.about import Reach
from portal.db import session
from portal.voice import actions
from portal.voice.models import Entry

GOES_TO = {
    Reach.ONLY_ME: "only you",
    Reach.FIGURES: "only you, and counted",
    Reach.MY_ADVISER: "your PA",
    Reach.MY_TEAM: "leaving care",
}


@dataclass(frozen=True)
class Narrower:
    """One thing, and how far it goes now."""

    id: UUID
    words: str
    made_at: datetime
    reach: Reach

    @property
    def goes_to(self) -> str:
        return GOES_TO[self.reach]

    @property
    def is_for_me_alone(self) -> bool:
        return self.reach is Reach.ONLY_ME


def narrower(me: UUID, topic_ids: Collection[UUID]) -> list[Narrower]:
    """Newest first. What was taken back, or waits to be confirmed, is not offered."""
    return [Narrower(one.id, one.words, one.made_at, one.reach) for one in _own(me, topic_ids)]


def widen(me: UUID, topic_ids: Collection[UUID], only: Collection[UUID] | None = None) -> int:
    """Let these go to the teams that were said yes to; without `only`, all but what is for me
    alone. How many did."""
    wanted = [one for one in _own(me, topic_ids) if _is_meant(one, only)]
    for entry in wanted:
        actions.change_reach(me, entry.id, Reach.CHOSEN, entry.not_for_id)
    return len(wanted)


def _is_meant(entry: Entry, only: Collection[UUID] | None) -> bool:
    return entry.id in only if only is not None else entry.reach is not Reach.ONLY_ME


def _own(me: UUID, topic_ids: Collection[UUID]) -> Sequence[Entry]:
    found = session.scalars(
        select(Entry)
        .where(
            Entry.author_id == me,
            Entry.topic_id.in_(topic_ids),
            Entry.reach != Reach.CHOSEN,
            Entry.withdrawn_at.is_(None),
        )
        .order_by(Entry.made_at.desc(), Entry.id)
    )
    return [one for one in found if not one.waits_for_confirmation]
