"""One time line: what somebody said and what was written about them, the same days side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from portal import hours
from portal.accounts.models import Topic
from portal.casefile import filters, finding
from portal.casefile.filters import Filters
from portal.db import session
from portal.records.models import CaseRecord, Source
from portal.voice import queries as voice
from portal.voice.models import Entry, Withdrawal

A_PAGE = 30


@dataclass(frozen=True)
class Words:
    """Something in their words; without `said`, that they took something back, and when."""

    at: datetime
    is_new: bool
    said: Any = None


@dataclass(frozen=True)
class Written:
    """Something on the record."""

    record: CaseRecord
    source: str
    topic: str
    is_new: bool


@dataclass(frozen=True)
class DayShown:
    """One day; None is for what has no day."""

    day: date | None
    words: list[Words] = field(default_factory=list)
    record: list[Written] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    days: list[DayShown]
    older: dict[str, str] | None
    entry_ids: list[UUID]

    @property
    def has_words(self) -> bool:
        return any(one.words for one in self.days)

    @property
    def has_record(self) -> bool:
        return any(one.record for one in self.days)


def page_of(whose: UUID, wanted: Filters, since: datetime | None) -> Page:
    """One page, newest first."""
    said = finding.words_keys(whose, wanted, since, A_PAGE + 1)
    recorded = finding.record_keys(whose, wanted, since, A_PAGE + 1)
    chosen = list(_together(said, recorded))[:A_PAGE]
    mine = [key for day, key in chosen if len(key) == 3]
    theirs = [key for day, key in chosen if len(key) == 2]
    words, record = _words(mine, since), _record(theirs, since)
    days: dict[date | None, DayShown] = {}
    for day, key in chosen:
        # A choice may have changed since the keys were found: then it is not there any more.
        if key[-1] not in words and key[-1] not in record:
            continue
        one = days.setdefault(day, DayShown(day))
        if len(key) == 3:
            one.words.append(words[key[2]])
        else:
            one.record.append(record[key[1]])
    more = len(said) + len(recorded) > len(chosen)
    older = _older(wanted, mine, theirs) if more else None
    shown = [id_ for kind, _, id_ in mine if kind is Entry and id_ in words]
    return Page(list(days.values()), older, shown)


def _together(said: list[Any], recorded: list[Any]) -> Iterator[tuple[date | None, Any]]:
    """Both columns as one list, the newest day first, and their words first on a day."""
    words = [(hours.local(key[1]).date(), 1, -at, key) for at, key in enumerate(said)]
    record = [(key[0] or date.min, 0, -at, key) for at, key in enumerate(recorded)]
    for day, _, _, key in sorted([*words, *record], key=lambda one: one[:3], reverse=True):
        yield (None if day == date.min else day), key


def _older(wanted: Filters, mine: list[Any], theirs: list[Any]) -> dict[str, str]:
    said = filters.Said(*mine[-1][1:]) if mine else wanted.said
    recorded = filters.Recorded(*theirs[-1]) if theirs else wanted.recorded
    return wanted.older(said, recorded)


def _words(keys: list[Any], since: datetime | None) -> dict[UUID, Words]:
    entries = [id_ for kind, _, id_ in keys if kind is Entry]
    taken = [id_ for kind, _, id_ in keys if kind is Withdrawal]
    shown: dict[UUID, Words] = {}
    if entries:
        found = session.scalars(select(Entry).where(Entry.id.in_(entries))).all()
        for said in voice.said(found):
            shown[said.entry.id] = Words(said.entry.made_at, _is_new(said.entry, since), said)
    if taken:
        for one in session.scalars(select(Withdrawal).where(Withdrawal.id.in_(taken))):
            shown[one.id] = Words(one.made_at, _is_new(one, since))
    return shown


def _record(keys: list[Any], since: datetime | None) -> dict[UUID, Written]:
    if not keys:
        return {}
    named = (
        select(CaseRecord, Source.name, Topic.name)
        .join(Source, Source.id == CaseRecord.source_id)
        .outerjoin(Topic, Topic.id == CaseRecord.topic_id)
        .where(CaseRecord.id.in_([id_ for _, id_ in keys]))
    )
    return {
        record.id: Written(record, source, topic or "", _is_new(record, since))
        for record, source, topic in session.execute(named)
    }


def _is_new(one: Any, since: datetime | None) -> bool:
    return since is not None and one.made_at > since
