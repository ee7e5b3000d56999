"""The rows of what care leavers said: some for themselves alone, some changed or taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from portal import hours
from portal.accounts.about import Reach
from portal.db import Base
from portal.sample.answers import answers
from portal.sample.circle import Circle
from portal.sample.days import at
from portal.sample.how import FOR_NOBODY, How
from portal.sample.said import Said
from portal.voice.models import ConfirmedOn, EarlierWords, Entry, Waiting, Withdrawal
from portal.voice.waiting import ANSWERED_WITHIN, PRESSING_WITHIN

MAY_WAIT_FOR_CONFIRMATION = timedelta(days=12)


def voice_of(circle: Circle, said: Said) -> Iterator[Base]:
    """An entry and all that hangs on it."""
    entry = _entry(circle, said)
    yield entry
    if said.how is How.CHANGED:
        yield _earlier(circle, entry, said)
    if said.how is How.TAKEN_BACK:
        yield _taken_back(circle, entry)
        return
    if entry.reach in FOR_NOBODY or entry.waits_for_confirmation:
        return
    if said.asks:
        yield _waiting(circle, entry, said)
    if said.answer:
        yield from answers(circle, entry, said.answer)


def _entry(circle: Circle, said: Said) -> Entry:
    entry = circle.record(
        Entry,
        author_id=circle.care_leaver_id,
        topic_id=circle.topics[said.topic] if said.topic else None,
        reach=said.reach,
        made_at=said.at,
        words=said.words,
        kind=said.kind,
        feeling=said.feeling,
        wish=said.wish,
        language=said.language,
        form_key=circle.key(),
    )
    if said.how is How.WRITTEN_DOWN:
        _write_down(circle, entry)
    if said.how is How.NOT_FOR_PA:
        entry.not_for_id = circle.pa_id
    return entry


def _write_down(circle: Circle, entry: Entry) -> None:
    """By their PA beside them, in the daytime; what is recent still waits for their yes."""
    day = hours.local(entry.made_at).date()
    entry.made_at = at(day, circle.chance.randrange(10, 16), circle.chance.randrange(60))
    entry.written_down_by_id = circle.pa_id
    if circle.until - day > MAY_WAIT_FOR_CONFIRMATION:
        entry.confirmed_at = entry.made_at + timedelta(minutes=circle.chance.randrange(2, 9))
        entry.confirmed_on = ConfirmedOn.THEIR_DEVICE


def _earlier(circle: Circle, entry: Entry, said: Said) -> EarlierWords:
    entry.edited_at = entry.made_at + timedelta(minutes=circle.chance.randrange(3, 50))
    return circle.record(
        EarlierWords,
        author_id=circle.care_leaver_id,
        reach=Reach.ONLY_ME,
        made_at=entry.made_at,
        entry_id=entry.id,
        words=said.before,
        kind=entry.kind,
        wish=entry.wish,
    )


def _taken_back(circle: Circle, entry: Entry) -> Withdrawal:
    reach, when = entry.reach, entry.made_at + timedelta(minutes=circle.chance.randrange(9, 900))
    entry.withdrawn_at, entry.reach_before, entry.reach = when, reach, Reach.ONLY_ME
    return circle.record(
        Withdrawal,
        author_id=circle.care_leaver_id,
        reach=reach,
        topic_id=entry.topic_id,
        not_for_id=entry.not_for_id,
        made_at=when,
    )


def _waiting(circle: Circle, entry: Entry, said: Said) -> Waiting:
    within = PRESSING_WITHIN if entry.is_pressing else ANSWERED_WITHIN
    answered_at = said.answer.at if said.answer else None
    return circle.record(
        Waiting,
        author_id=circle.care_leaver_id,
        reach=Reach.MY_TEAM,
        made_at=entry.made_at,
        not_for_id=entry.not_for_id,
        answers_to=entry.id,
        due_on=hours.working_days_after(hours.local(entry.made_at).date(), within),
        pressing=entry.is_pressing,
        adviser_only=entry.reach is Reach.MY_ADVISER,
        read_at=answered_at,
        answered_at=answered_at,
    )
