"""What a care leaver does with their own words: say, reword, show to others, take back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver
from portal.consent.queries import may_write_about
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.voice.models import EarlierWords, Entry, Feeling, Kind, Reply, Wish, Withdrawal
from portal.voice.waiting import expect_answer, follow


@dataclass(frozen=True, kw_only=True)
class Saying:
    """What somebody wants to say, as they filled it in. Nothing but the words is needed."""

    words: str
    form_key: str
    reach: Reach = Reach.MY_TEAM
    kind: Kind | None = None
    topic_id: UUID | None = None
    feeling: Feeling | None = None
    wish: Wish | None = None
    not_for_id: UUID | None = None


def say(me: UUID, saying: Saying) -> Entry:
    """Keep what was said. Sending it twice keeps it once, with the words sent last."""
    if not may_write_about(me):
        raise NotAllowed("This is for somebody's own words.")
    entry = new_entry(me, saying)
    try:
        with session.begin_nested():
            session.add(entry)
    except IntegrityError:
        return _said_before(me, saying)
    expect_answer(entry)
    return entry


def new_entry(care_leaver_id: UUID, saying: Saying) -> Entry:
    """An entry of this care leaver, held by their leaving-care team. Not yet kept."""
    person = session.get_one(CareLeaver, care_leaver_id)
    return Entry(
        care_leaver_id=care_leaver_id,
        author_id=care_leaver_id,
        held_by_id=person.team_id,
        reach=saying.reach,
        topic_id=saying.topic_id,
        not_for_id=saying.not_for_id,
        words=saying.words,
        kind=saying.kind,
        feeling=saying.feeling,
        wish=saying.wish,
        form_key=saying.form_key,
    )


def reword(me: UUID, entry_id: UUID, saying: Saying) -> Entry:
    """Say it differently. What it was before is kept, for its author alone."""
    entry = own_entry(me, entry_id)
    if _says(entry) != _says(saying):
        session.add(_as_it_was(entry))
        entry.edited_at = now()
    entry.words, entry.kind, entry.topic_id = saying.words, saying.kind, saying.topic_id
    entry.feeling, entry.wish = saying.feeling, saying.wish
    _follow_all(entry)
    return entry


def change_reach(me: UUID, entry_id: UUID, reach: Reach, not_for_id: UUID | None) -> Entry:
    """Show it to more or fewer people, from the next time that anybody asks."""
    entry = own_entry(me, entry_id)
    if entry.withdrawn_at:
        raise Conflict("You took this back. Undo that first.")
    entry.reach, entry.not_for_id = reach, not_for_id
    _follow_all(entry)
    return entry


def withdraw(me: UUID, entry_id: UUID) -> Entry:
    """Take it back: nobody sees it any more, only that something was taken back, and when."""
    entry = own_entry(me, entry_id)
    if entry.is_shut:
        raise Conflict("Only you see this already.")
    leave_a_mark(entry)
    entry.withdrawn_at, entry.reach_before, entry.reach = now(), entry.reach, Reach.ONLY_ME
    _follow_all(entry)
    return entry


def undo_withdrawing(me: UUID, entry_id: UUID) -> Entry:
    """Show it again to those who saw it before."""
    entry = own_entry(me, entry_id)
    if entry.withdrawn_at is None or entry.reach_before is None:
        raise Conflict("This is not taken back.")
    session.execute(
        delete(Withdrawal).where(
            Withdrawal.care_leaver_id == me, Withdrawal.made_at == entry.withdrawn_at
        )
    )
    entry.reach, entry.withdrawn_at, entry.reach_before = entry.reach_before, None, None
    _follow_all(entry)
    return entry


def leave_a_mark(entry: Entry) -> None:
    """Whoever saw it sees that something was taken back, and when, and no words."""
    session.add(
        Withdrawal(
            care_leaver_id=entry.care_leaver_id,
            author_id=entry.author_id,
            held_by_id=entry.held_by_id,
            topic_id=entry.topic_id,
            reach=entry.reach,
            not_for_id=entry.not_for_id,
            made_at=now(),
        )
    )


def own_entry(me: UUID, entry_id: UUID) -> Entry:
    """One's own entry, held fast until what changes it is kept."""
    entry = session.get_one(Entry, entry_id, with_for_update=True, populate_existing=True)
    if entry.author_id != me:
        raise NotAllowed("These are somebody else's words.")
    return entry


def _said_before(me: UUID, saying: Saying) -> Entry:
    found = select(Entry).where(Entry.author_id == me, Entry.form_key == saying.form_key)
    entry = session.scalars(found).one()
    if entry.withdrawn_at:
        return entry
    reword(me, entry.id, saying)
    return change_reach(me, entry.id, saying.reach, saying.not_for_id)


def _says(what: Entry | Saying) -> tuple[object, ...]:
    return what.words, what.kind, what.feeling, what.wish, what.topic_id


def _as_it_was(entry: Entry) -> EarlierWords:
    return EarlierWords(
        care_leaver_id=entry.care_leaver_id,
        author_id=entry.author_id,
        held_by_id=entry.held_by_id,
        topic_id=entry.topic_id,
        reach=Reach.ONLY_ME,
        made_at=entry.last_changed_at,
        entry_id=entry.id,
        words=entry.words,
        kind=entry.kind,
        feeling=entry.feeling,
        wish=entry.wish,
    )


def _follow_all(entry: Entry) -> None:
    """What its author answered goes as far as the entry, and what waits is in step with it."""
    session.flush()
    own = select(Reply).where(Reply.entry_id == entry.id, Reply.author_id == entry.author_id)
    for reply in session.scalars(own):
        reply.reach, reply.topic_id = entry.reach, entry.topic_id
        reply.not_for_id = entry.not_for_id
    follow(entry)
