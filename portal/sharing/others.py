"""What others wrote and released to me: whose it is, how far it goes, and moving it.

Between the team that holds it and the teams that I said yes to, and no further in or out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from portal.accounts.about import AboutCareLeaver, Reach
from portal.accounts.models import Staff, Team, Topic
from portal.db import session
from portal.errors import Conflict
from portal.promises.models import Promise, PromiseChange
from portal.records.models import CaseRecord
from portal.voice.models import Reply

KINDS: dict[str, type[AboutCareLeaver]] = {
    "answer": Reply,
    "promise": Promise,
    "record": CaseRecord,
}
WIDTHS = (Reach.MY_TEAM, Reach.CHOSEN)
A_PAGE = 20


@dataclass(frozen=True)
class Other:
    """One thing that somebody else wrote."""

    kind: str
    record: Any
    by: str
    team: str
    topic: str

    @property
    def id(self) -> UUID:
        found: UUID = self.record.id
        return found

    @property
    def words(self) -> str:
        record = self.record
        if isinstance(record, CaseRecord):
            return record.text or record.title
        return record.what if isinstance(record, Promise) else str(record.words)

    @property
    def released_at(self) -> datetime:
        at: datetime = self.record.released_at
        return at

    @property
    def reach(self) -> Reach:
        return Reach(self.record.reach)

    @property
    def hangs_on_mine(self) -> bool:
        """It never goes further than what I said, on which it hangs."""
        return getattr(self.record, "entry_id", None) is not None


def the_other(me: UUID, kind: str, id_: UUID) -> Other:
    wanted = KINDS[kind]
    (found,) = shown(
        [session.scalars(select(wanted).where(wanted.id == id_, *_by_others(me, wanted))).one()]
    )
    return found


def newest(me: UUID, skip: int = 0) -> list[Other]:
    """A page, and one more when there are older ones."""
    most = skip + A_PAGE + 1
    found = [record for kind in KINDS.values() for record in _newest(me, kind, most)]
    found.sort(key=lambda one: (one.released_at, one.id), reverse=True)
    return shown(found[skip:most])


def narrower(me: UUID, topic_ids: Collection[UUID]) -> list[Other]:
    """About these topics, and for the team that holds it alone."""
    found: list[Any] = []
    for kind in KINDS.values():
        about = kind.topic_id.in_(topic_ids), kind.reach == Reach.MY_TEAM
        found += session.scalars(select(kind).where(*_by_others(me, kind), *about))
    return sorted(shown(found), key=lambda one: one.released_at, reverse=True)


def move(me: UUID, kind: str, id_: UUID, reach: Reach) -> None:
    """From the next time on that anybody asks."""
    record = the_other(me, kind, id_).record
    if reach not in WIDTHS:
        raise Conflict("Choose between their team and the teams that you said yes to.")
    record.reach = reach
    session.flush()
    if isinstance(record, Promise):
        before = select(PromiseChange).where(PromiseChange.promise_id == record.id)
        for change in session.scalars(before):
            change.reach = reach
    session.flush()


def shown(records: Sequence[Any]) -> list[Other]:
    """With the names of who wrote it, of the team that holds it, and of its topic."""
    staff = _names(Staff, {one.author_id for one in records})
    teams = _names(Team, {one.held_by_id for one in records})
    topics = _names(Topic, {one.topic_id for one in records})
    kinds = {kind: name for name, kind in KINDS.items()}
    return [
        Other(
            kinds[type(one)],
            one,
            staff.get(one.author_id, "") or getattr(one, "author_name", ""),
            teams[one.held_by_id],
            topics.get(one.topic_id, ""),
        )
        for one in records
    ]


def _newest(me: UUID, kind: type[AboutCareLeaver], most: int) -> Iterable[Any]:
    asked = select(kind).where(*_by_others(me, kind))
    return session.scalars(asked.order_by(kind.released_at.desc(), kind.id.desc()).limit(most))


def _by_others(me: UUID, kind: type[AboutCareLeaver]) -> tuple[ColumnElement[bool], ...]:
    by_others = kind.author_id.is_distinct_from(me)
    return kind.care_leaver_id == me, by_others, kind.reach.in_(WIDTHS)


def _names(kind: Any, ids: set[UUID | None]) -> dict[UUID | None, str]:
    found = session.execute(select(kind.id, kind.name).where(kind.id.in_(ids - {None})))
    return dict(found.all())
