"""What is new for a care leaver, and what came of what they said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select

from portal.accounts.models import Staff
from portal.db import session
from portal.promises import queries as promises
from portal.promises.models import Promise
from portal.promises.shown import PromiseShown
from portal.voice.models import Entry, Reply
from portal.voice.shown import ReplyShown

A_PAGE = 20
ON_HOME = 3


@dataclass(frozen=True)
class Happened:
    """One thing that came of an entry, and when."""

    at: datetime
    entry: Entry
    reply: ReplyShown | None = None
    promise: PromiseShown | None = None


def new_answers(care_leaver_id: UUID) -> list[Happened]:
    """What was answered and not yet read, newest first."""
    found = _answers(care_leaver_id).where(Reply.seen_at.is_(None)).limit(ON_HOME)
    return [_answered(*row) for row in session.execute(found)]


def count_new_answers(care_leaver_id: UUID) -> int:
    found = select(func.count()).select_from(Reply)
    return session.scalar(found.where(_by_staff(care_leaver_id), Reply.seen_at.is_(None))) or 0


def to_confirm(care_leaver_id: UUID) -> Sequence[Entry]:
    """What somebody wrote down for them, and they have not yet said whether it is right."""
    return session.scalars(
        select(Entry)
        .where(
            Entry.care_leaver_id == care_leaver_id,
            Entry.written_down_by_id.is_not(None),
            Entry.confirmed_at.is_(None),
        )
        .order_by(Entry.made_at, Entry.id)
    ).all()


def what_happened(care_leaver_id: UUID) -> list[Happened]:
    """Answers and promises, newest first. A promise stands where it was last heard of."""
    answers = session.execute(_answers(care_leaver_id))
    happened = [_answered(*row) for row in answers] + _promised(care_leaver_id)
    return sorted(happened, key=lambda one: (one.at, str(one.entry.id)), reverse=True)


def _answers(care_leaver_id: UUID) -> Any:
    return (
        select(Reply, Entry, Staff)
        .join(Entry, Entry.id == Reply.entry_id)
        .join(Staff, Staff.id == Reply.author_id)
        .where(_by_staff(care_leaver_id))
        .order_by(Reply.made_at.desc(), Reply.id)
    )


def _by_staff(care_leaver_id: UUID) -> ColumnElement[bool]:
    return and_(Reply.care_leaver_id == care_leaver_id, Reply.author_id != Reply.care_leaver_id)


def _answered(reply: Reply, entry: Entry, staff: Staff) -> Happened:
    return Happened(reply.made_at, entry, reply=ReplyShown(reply, staff.name, staff.job, False))


def _promised(care_leaver_id: UUID) -> list[Happened]:
    found = (
        select(Promise, Entry)
        .join(Entry, Entry.id == Promise.entry_id)
        .where(Promise.care_leaver_id == care_leaver_id)
        .order_by(Promise.made_at, Promise.id)
    )
    rows = session.execute(found).all()
    entries = {promise.id: entry for promise, entry in rows}
    shown = promises.shown([promise for promise, _ in rows])
    return [Happened(_last_heard(one), entries[one.promise.id], promise=one) for one in shown]


def _last_heard(shown: PromiseShown) -> datetime:
    changed = [change.made_at for change in shown.changes]
    return max([shown.promise.made_at, *changed, *filter(None, [shown.promise.kept_at])])
