"""Questions about what was said, asked as whoever asks now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Text, cast, func, select

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff, Topic
from portal.consent.models import Look
from portal.db import session
from portal.promises import queries as promises
from portal.voice.models import EarlierWords, Entry, Reply, Waiting, Withdrawal
from portal.voice.shown import ReplyShown, Said

A_PAGE = 20


def the_entry(entry_id: UUID) -> Entry:
    return session.get_one(Entry, entry_id)


def entry_about(care_leaver_id: UUID, entry_id: UUID) -> Entry:
    """The entry, when it is about this person; as if it were not there, else."""
    return session.scalars(
        select(Entry).where(Entry.id == entry_id, Entry.care_leaver_id == care_leaver_id)
    ).one()


def name_of(care_leaver_id: UUID) -> str:
    return session.get_one(CareLeaver, care_leaver_id).name


def entries_of(care_leaver_id: UUID, skip: int = 0) -> Sequence[Entry]:
    """One page of what somebody said, newest first, and one more if there are older ones."""
    return session.scalars(
        select(Entry)
        .where(Entry.care_leaver_id == care_leaver_id)
        .order_by(Entry.made_at.desc(), Entry.id)
        .offset(skip)
        .limit(A_PAGE + 1)
    ).all()


def count_entries(care_leaver_id: UUID) -> int:
    found = select(func.count()).where(Entry.care_leaver_id == care_leaver_id)
    return session.scalar(found.select_from(Entry)) or 0


def earlier_words(entry_id: UUID) -> Sequence[EarlierWords]:
    """How it was said before, newest first. For its author alone."""
    return session.scalars(
        select(EarlierWords)
        .where(EarlierWords.entry_id == entry_id)
        .order_by(EarlierWords.made_at.desc(), EarlierWords.id)
    ).all()


def withdrawals_about(care_leaver_id: UUID) -> Sequence[Withdrawal]:
    """That something was taken back, newest first; not what."""
    return session.scalars(
        select(Withdrawal)
        .where(Withdrawal.care_leaver_id == care_leaver_id)
        .order_by(Withdrawal.made_at.desc(), Withdrawal.id)
    ).all()


def reach_chosen_last(care_leaver_id: UUID) -> Reach:
    """How far the last entry went; leaving care, the first time."""
    last = session.execute(
        select(Entry.reach, Entry.reach_before)
        .where(Entry.author_id == care_leaver_id, Entry.written_down_by_id.is_(None))
        .order_by(Entry.made_at.desc(), Entry.id)
        .limit(1)
    ).first()
    return (last.reach_before or last.reach) if last else Reach.MY_TEAM


def who_read(entry: Entry) -> list[tuple[str, datetime]]:
    """Who of staff opened it, and when first: from the care leaver's own looks."""
    first = func.min(Look.looked_at)
    found = (
        select(Staff.name, first)
        .join(Staff, Staff.id == Look.staff_id)
        .where(
            Look.care_leaver_id == entry.care_leaver_id,
            Look.looked_at >= entry.made_at,
            cast(Look.shown, Text).contains(str(entry.id)),
        )
        .group_by(Staff.id, Staff.name)
        .order_by(first, Staff.name)
    )
    return [(name, at) for name, at in session.execute(found)]


def was_sent(care_leaver_id: UUID, form_key: str) -> bool:
    """Whether what was typed into this form has arrived as an entry."""
    found = select(Entry.id).where(Entry.author_id == care_leaver_id, Entry.form_key == form_key)
    return session.scalar(found) is not None


def topics() -> Sequence[Topic]:
    return session.scalars(
        select(Topic).where(Topic.retired_at.is_(None)).order_by(Topic.position, Topic.id)
    ).all()


def said(entries: Sequence[Entry]) -> list[Said]:
    """The same entries with all that hangs on them, in a few statements however many they are."""
    if not entries:
        return []
    ids = [entry.id for entry in entries]
    names = dict(session.execute(select(Topic.id, Topic.name)).all())
    authors, writers = _authors(entries), _staff({one.written_down_by_id for one in entries})
    replies, promised, due = _replies(ids), promises.on_entries(ids), _due(ids)
    return [
        Said(
            entry=one,
            topic=names.get(one.topic_id, "") if one.topic_id else "",
            by=authors.get(one.care_leaver_id, ""),
            written_down_by=writers.get(one.written_down_by_id, ("", ""))[0],
            replies=tuple(replies[one.id]),
            promises=tuple(promised[one.id]),
            due_on=due.get(one.id),
        )
        for one in entries
    ]


def _authors(entries: Sequence[Entry]) -> dict[UUID, str]:
    ids = {entry.care_leaver_id for entry in entries}
    found = session.scalars(select(CareLeaver).where(CareLeaver.id.in_(ids)))
    return {person.id: person.name for person in found}


def _staff(ids: Iterable[UUID | None]) -> dict[UUID | None, tuple[str, str]]:
    wanted = [id_ for id_ in ids if id_ is not None]
    if not wanted:
        return {}
    found = session.execute(select(Staff.id, Staff.name, Staff.job).where(Staff.id.in_(wanted)))
    return {id_: (name, job) for id_, name, job in found}


def _replies(entry_ids: list[UUID]) -> dict[UUID, list[ReplyShown]]:
    found = session.scalars(
        select(Reply).where(Reply.entry_id.in_(entry_ids)).order_by(Reply.made_at, Reply.id)
    ).all()
    staff = _staff({one.author_id for one in found})
    replies: dict[UUID, list[ReplyShown]] = defaultdict(list)
    for one in found:
        is_own = one.author_id == one.care_leaver_id
        replies[one.entry_id].append(ReplyShown(one, *staff.get(one.author_id, ("", "")), is_own))
    return replies


def _due(entry_ids: list[UUID]) -> dict[UUID, date]:
    found = select(Waiting.answers_to, Waiting.due_on).where(
        Waiting.answers_to.in_(entry_ids),
        Waiting.answered_at.is_(None),
        Waiting.reach != Reach.ONLY_ME,
    )
    return dict(session.execute(found).all())
