"""What waits for an answer: a row beside the entry, which tells that it waits and never what."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select, update

from portal import hours
from portal.accounts.about import Reach
from portal.accounts.viewers import StaffViewer
from portal.consent.queries import may_write_about, team_writing_about
from portal.db import acting_as, now, session, viewer
from portal.voice.models import Entry, Waiting

ANSWERED_WITHIN, PRESSING_WITHIN = 3, 1  # working days


def expect_answer(entry: Entry) -> None:
    """Something new was said: when it asks, it waits from now on."""
    if _asks_somebody(entry):
        session.add(_fresh(entry))
        session.flush()


def follow(entry: Entry) -> None:
    """Keep what waits in step with the entry: asked, no longer asked, or seen by nobody."""
    waits, waiting = _asks_somebody(entry), waiting_for(entry.id)
    if waiting is None:
        expect_answer(entry)
        return
    if waits and waiting.reach is Reach.ONLY_ME:
        _begin_again(waiting, entry)
    waiting.reach = Reach.MY_TEAM if waits else Reach.ONLY_ME
    waiting.pressing, waiting.not_for_id = entry.is_pressing, entry.not_for_id
    waiting.adviser_only = entry.reach is Reach.MY_ADVISER
    session.flush()


def ask_again(entry: Entry) -> None:
    """Its author said more, so that somebody should read it, whatever was answered before."""
    if entry.is_shut:
        return
    waiting = waiting_for(entry.id)
    if waiting is None:
        session.add(_fresh(entry))
    else:
        _begin_again(waiting, entry)
    session.flush()


def waiting_for(entry_id: UUID) -> Waiting | None:
    return session.scalars(select(Waiting).where(Waiting.answers_to == entry_id)).one_or_none()


def note_answered(entry_id: UUID) -> None:
    session.execute(
        update(Waiting)
        .where(Waiting.answers_to == entry_id, Waiting.answered_at.is_(None))
        .values(answered_at=now(), read_at=func.coalesce(Waiting.read_at, now()))
    )


def note_nothing_to_answer(entry: Entry) -> None:
    """Whoever may answer has read what was said last, and it asks nothing."""
    team_writing_about(entry.care_leaver_id)
    note_answered(entry.id)


def mark_read(entry_ids: Collection[UUID]) -> None:
    """Somebody of leaving care has these words before them.

    A page that is only read keeps nothing, so this has a short transaction of its own.
    """
    waiting = Waiting.id, Waiting.care_leaver_id
    unread = select(*waiting).where(Waiting.answers_to.in_(entry_ids), Waiting.read_at.is_(None))
    found = session.execute(unread).all() if entry_ids else []
    if not found or not isinstance(viewer(), StaffViewer):
        return
    # Whoever reads in an emergency answers nothing: it still waits for those who do.
    if not all(may_write_about(whose) for whose in {whose for _, whose in found}):
        return
    ids = [id_ for id_, _ in found]
    marked = update(Waiting).where(Waiting.id.in_(ids)).values(read_at=now())
    if session.info["writes"]:
        session.execute(marked)
        return
    with acting_as(viewer(), writes=True) as asking:
        asking.execute(marked)


def _asks_somebody(entry: Entry) -> bool:
    return entry.asks and not entry.is_shut and not entry.waits_for_confirmation


def _fresh(entry: Entry) -> Waiting:
    waiting = Waiting(
        care_leaver_id=entry.care_leaver_id,
        author_id=entry.author_id,
        held_by_id=entry.held_by_id,
        reach=Reach.MY_TEAM,
        not_for_id=entry.not_for_id,
        answers_to=entry.id,
        pressing=entry.is_pressing,
        adviser_only=entry.reach is Reach.MY_ADVISER,
    )
    _begin_again(waiting, entry)
    return waiting


def _begin_again(waiting: Waiting, entry: Entry) -> None:
    within = PRESSING_WITHIN if entry.is_pressing else ANSWERED_WITHIN
    waiting.made_at = now()
    waiting.due_on = hours.working_days_after(hours.local(now()).date(), within)
    waiting.read_at = waiting.answered_at = None
