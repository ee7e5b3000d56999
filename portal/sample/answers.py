"""The rows of what staff answered and promised, and of what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from portal import hours
from portal.accounts.about import Reach
from portal.db import Base
from portal.promises.models import Promise, PromiseChange
from portal.sample.circle import Circle
from portal.sample.days import at, in_the_office
from portal.sample.library import book
from portal.sample.said import Answered
from portal.voice.models import Entry, Reply

WRITES_BACK = 0.2
KEPT, CHANGED = 0.74, 0.12
NEVER_LATER = timedelta(days=40)
STILL_NEW = timedelta(days=4)


def answers(circle: Circle, entry: Entry, answer: Answered) -> Iterator[Base]:
    """What was answered on an entry: by the PA, or by a manager when it is not for the PA."""
    by = circle.manager_id if entry.not_for_id else circle.pa_id
    yield circle.record(
        Reply,
        author_id=by,
        made_at=answer.at,
        released_at=answer.at,
        seen_at=_seen(circle, answer),
        entry_id=entry.id,
        words=answer.words,
        form_key=circle.key(),
        topic_id=entry.topic_id,
        reach=Reach.MY_TEAM,
    )
    if circle.chance.random() < WRITES_BACK:
        yield from _back(circle, entry, answer)
    if answer.promise:
        yield from _promise(circle, entry, answer, by)


def _promise(circle: Circle, entry: Entry, answer: Answered, by: UUID) -> Iterator[Base]:
    promise = circle.record(
        Promise,
        author_id=by,
        topic_id=entry.topic_id,
        reach=Reach.MY_TEAM,
        made_at=answer.at,
        released_at=answer.at,
        entry_id=entry.id,
        by_id=by,
        what=answer.promise,
        due_on=_due(answer),
        form_key=circle.key(),
    )
    if answer.is_not_yet_kept:
        yield promise
    else:
        yield from _what_came_of(circle, promise)


def _seen(circle: Circle, answer: Answered) -> datetime | None:
    """What was answered lately is still new to them."""
    if circle.until - hours.local(answer.at).date() < STILL_NEW:
        return None
    return answer.at + timedelta(minutes=circle.chance.randrange(5, 1_500))


def _back(circle: Circle, entry: Entry, answer: Answered) -> Iterator[Base]:
    when = answer.at + timedelta(minutes=circle.chance.randrange(4, 300))
    if hours.local(when).date() > circle.until:
        return
    yield circle.record(
        Reply,
        author_id=circle.care_leaver_id,
        reach=entry.reach,
        topic_id=entry.topic_id,
        not_for_id=entry.not_for_id,
        made_at=when,
        entry_id=entry.id,
        words=circle.chance.choice(_thanks_in(entry.language)),
        form_key=circle.key(),
    )


def _thanks_in(language: str | None) -> list[str]:
    thanks: dict[str, list[str]] = book("replies")["back"]
    return thanks.get(language or "en", thanks["en"])


def _due(answer: Answered) -> date:
    day = hours.local(answer.at).date()
    return hours.working_days_after(day + timedelta(days=max(answer.within - 2, 0)), 1)


def _what_came_of(circle: Circle, promise: Promise) -> Iterator[Base]:
    """Kept in time, changed and then kept, or late; and then kept after all, some day."""
    fate, change = circle.chance.random(), None
    first_day = hours.local(promise.made_at).date()
    if fate > 1 - CHANGED:
        change = _change(circle, promise)
    if fate < KEPT or change:
        days = (promise.due_on - first_day).days
        _keep(circle, promise, first_day + timedelta(days=circle.chance.randrange(days + 1)))
    elif circle.until - promise.due_on > NEVER_LATER:
        days = circle.chance.randrange(1, NEVER_LATER.days)
        _keep(circle, promise, promise.due_on + timedelta(days=days))
    yield promise
    if change:
        yield change


def _keep(circle: Circle, promise: Promise, day: date) -> None:
    working = hours.working_days_after(day - timedelta(days=1), 1)
    kept_at = max(in_the_office(circle.chance, working), promise.made_at + timedelta(minutes=20))
    if kept_at <= at(circle.until, 23):
        promise.kept_at = kept_at


def _change(circle: Circle, promise: Promise) -> PromiseChange | None:
    """The day is put off once, on the day it was due, with the reason."""
    if promise.due_on > circle.until:
        return None
    when = max(at(promise.due_on, 9, 15), promise.made_at)
    before = promise.due_on
    promise.due_on = hours.working_days_after(before, circle.chance.randrange(4, 12))
    return circle.record(
        PromiseChange,
        author_id=promise.author_id,
        reach=promise.reach,
        topic_id=promise.topic_id,
        made_at=when,
        released_at=when,
        promise_id=promise.id,
        what_before=promise.what,
        due_before=before,
        reason=circle.chance.choice(book("promises")["changed because"]),
    )
