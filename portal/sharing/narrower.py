"""What is about a topic and goes less far than the teams that were said yes to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.accounts.about import Reach
from portal.db import session
from portal.sharing import others
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
    """One thing, who wrote it when that was not me, and how far it goes now."""

    id: UUID
    words: str
    at: datetime
    goes_to: str
    is_for_me_alone: bool = False
    by: str = ""
    kind: str = ""


def narrower(me: UUID, topic_ids: Collection[UUID]) -> list[Narrower]:
    """What I said, then what others wrote, each newest first."""
    if not topic_ids:
        return []
    return [_said(one) for one in _own(me, topic_ids)] + [
        Narrower(one.id, one.words, one.released_at, one.team, by=one.by, kind=one.kind)
        for one in others.narrower(me, topic_ids)
    ]


def widen(me: UUID, topic_ids: Collection[UUID], only: Collection[UUID] | None = None) -> int:
    """Let these go to the teams that were said yes to; without `only`, all but what is for me
    alone. How many did."""
    wanted = [one for one in narrower(me, topic_ids) if _is_meant(one, only)]
    for one in wanted:
        if one.kind:
            others.move(me, one.kind, one.id, Reach.CHOSEN)
        else:
            entry = actions.own_entry(me, one.id)
            actions.change_reach(me, entry.id, Reach.CHOSEN, entry.not_for_id)
    return len(wanted)


def _is_meant(one: Narrower, only: Collection[UUID] | None) -> bool:
    return one.id in only if only is not None else not one.is_for_me_alone


def _said(entry: Entry) -> Narrower:
    alone = entry.reach is Reach.ONLY_ME
    return Narrower(entry.id, entry.words, entry.made_at, GOES_TO[entry.reach], alone)


def _own(me: UUID, topic_ids: Collection[UUID]) -> Sequence[Entry]:
    """What was taken back, or waits to be confirmed, is not offered."""
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
