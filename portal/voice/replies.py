"""Answers on an entry, there and back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from portal.accounts.about import Reach
from portal.accounts.viewers import CareLeaverViewer
from portal.consent.queries import team_writing_about
from portal.db import acting_as, now, session, viewer
from portal.voice.actions import own_entry
from portal.voice.models import Entry, Reply
from portal.voice.waiting import ask_again, note_answered


def answer(staff_id: UUID, entry: Entry, words: str, form_key: str) -> Reply:
    """A member of staff answers. The care leaver reads it at once."""
    reply = Reply(
        care_leaver_id=entry.care_leaver_id,
        author_id=staff_id,
        held_by_id=team_writing_about(entry.care_leaver_id),
        topic_id=entry.topic_id,
        reach=Reach.MY_TEAM,
        released_at=now(),
        entry_id=entry.id,
        words=words,
        form_key=form_key,
    )
    kept, is_new = _once(reply)
    if is_new:
        note_answered(entry.id)
    return kept


def answer_back(me: UUID, entry_id: UUID, words: str, form_key: str) -> Reply:
    """The care leaver says more. It goes as far as the entry, and waits to be read."""
    entry = own_entry(me, entry_id)
    reply = Reply(
        care_leaver_id=me,
        author_id=me,
        held_by_id=entry.held_by_id,
        topic_id=entry.topic_id,
        reach=entry.reach,
        not_for_id=entry.not_for_id,
        entry_id=entry.id,
        words=words,
        form_key=form_key,
    )
    kept, is_new = _once(reply)
    if is_new:
        ask_again(entry)
    return kept


def note_seen(entry_id: UUID) -> None:
    """The care leaver has these answers before them."""
    unseen = select(Reply.id).where(
        Reply.entry_id == entry_id, Reply.seen_at.is_(None), Reply.released_at.is_not(None)
    )
    ids = list(session.scalars(unseen))
    if not ids or not isinstance(viewer(), CareLeaverViewer):
        return
    with acting_as(viewer(), writes=True) as asking:
        asking.execute(update(Reply).where(Reply.id.in_(ids)).values(seen_at=now()))


def _once(reply: Reply) -> tuple[Reply, bool]:
    author_id, form_key = reply.author_id, reply.form_key
    try:
        with session.begin_nested():
            session.add(reply)
    except IntegrityError:
        found = select(Reply).where(Reply.author_id == author_id, Reply.form_key == form_key)
        return session.scalars(found).one(), False
    return reply, True
