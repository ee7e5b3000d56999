"""Finds the newest of somebody's words and of their record: keys only, so that nothing that is
not shown counts as looked at, and as quickly with fifty thousand records behind it as with ten."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from portal import hours
from portal.casefile.filters import Filters, Waits
from portal.db import now, session
from portal.promises.models import Promise
from portal.records.models import CaseRecord
from portal.voice.models import Entry, Waiting, Withdrawal

Key = tuple[Any, UUID]


def today() -> date:
    return hours.local(now()).date()


def words_keys(
    whose: UUID, wanted: Filters, since: datetime | None, most: int
) -> list[tuple[type[Any], datetime, UUID]]:
    """When and which: what they said, and that something was taken back, newest first."""
    if wanted.source:
        return []
    kinds = (Entry,) if wanted.words_alone else (Entry, Withdrawal)
    found = [
        (kind, at, id_)
        for kind in kinds
        for at, id_ in session.execute(_words(kind, whose, wanted, since).limit(most))
    ]
    return sorted(found, key=lambda key: (key[1], key[2]), reverse=True)[:most]


def record_keys(whose: UUID, wanted: Filters, since: datetime | None, most: int) -> list[Key]:
    """On which day and which, newest first; those without a day come last."""
    if wanted.words_alone:
        return []
    asked = _record(whose, wanted, since)
    day, id_, after = CaseRecord.happened_on, CaseRecord.id, wanted.recorded
    found: list[Key] = []
    if after is None or after.day is not None:
        dated = asked.where(
            day.is_not(None), *_earlier(day, id_, (after.day, after.id) if after else None)
        )
        newest = dated.order_by(day.desc(), id_.desc()).limit(most)
        found = [(on, which) for on, which in session.execute(newest)]
    if len(found) < most and not wanted.time:
        undated = asked.where(day.is_(None))
        if after is not None and after.day is None:
            undated = undated.where(id_ < after.id)
        last = undated.order_by(id_.desc()).limit(most - len(found))
        found += [(on, which) for on, which in session.execute(last)]
    return found


def _words(
    kind: type[Any], whose: UUID, wanted: Filters, since: datetime | None
) -> Select[datetime, UUID]:
    after = (wanted.said.at, wanted.said.id) if wanted.said else None
    asked = select(kind.made_at, kind.id).where(
        kind.care_leaver_id == whose, *_earlier(kind.made_at, kind.id, after)
    )
    if wanted.topic:
        asked = asked.where(kind.topic_id == wanted.topic)
    if wanted.kind:
        asked = asked.where(kind.kind == wanted.kind)
    if wanted.time:
        asked = asked.where(kind.made_at > now() - timedelta(days=wanted.time.days))
    if wanted.new and since:
        asked = asked.where(kind.made_at > since)
    if wanted.waits:
        asked = asked.where(_still(wanted.waits))
    return asked.order_by(kind.made_at.desc(), kind.id.desc())


def _record(whose: UUID, wanted: Filters, since: datetime | None) -> Select[date | None, UUID]:
    asked = select(CaseRecord.happened_on, CaseRecord.id).where(CaseRecord.care_leaver_id == whose)
    if wanted.topic:
        asked = asked.where(CaseRecord.topic_id == wanted.topic)
    if wanted.source:
        asked = asked.where(CaseRecord.source_id == wanted.source)
    if wanted.time:
        first = today() - timedelta(days=wanted.time.days)
        asked = asked.where(CaseRecord.happened_on > first)
    if wanted.new and since:
        asked = asked.where(CaseRecord.made_at > since)
    return asked


def _earlier(at: Any, id_: Any, after: Key | None) -> list[ColumnElement[bool]]:
    """What comes after this in the list. The first half alone lets an index find the place."""
    if after is None:
        return []
    return [at <= after[0], or_(at < after[0], and_(at == after[0], id_ < after[1]))]


def _still(waits: Waits) -> ColumnElement[bool]:
    """Entries that wait so. What nobody has kept its promise on is overdue too."""
    waiting = [Waiting.answers_to == Entry.id, Waiting.answered_at.is_(None)]
    if waits is Waits.UNREAD:
        return exists().where(*waiting, Waiting.read_at.is_(None))
    if waits is Waits.UNANSWERED:
        return exists().where(*waiting)
    return or_(
        exists().where(*waiting, Waiting.due_on < today()),
        exists().where(
            Promise.entry_id == Entry.id, Promise.kept_at.is_(None), Promise.due_on < today()
        ),
    )
