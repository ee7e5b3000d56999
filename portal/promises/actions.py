"""Making a promise, keeping it, and changing it with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal.accounts.about import AboutCareLeaver, Reach
from portal.consent.queries import team_writing_about
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.promises.models import Promise, PromiseChange


@dataclass(frozen=True, kw_only=True)
class Promised:
    """Who does what, by when."""

    by_id: UUID
    what: str
    due_on: date
    form_key: str


def promise(staff_id: UUID, on: AboutCareLeaver, promised: Promised) -> Promise:
    """Promise something on an entry. The care leaver sees it at once."""
    made = Promise(
        care_leaver_id=on.care_leaver_id,
        author_id=staff_id,
        held_by_id=team_writing_about(on.care_leaver_id),
        topic_id=on.topic_id,
        reach=Reach.MY_TEAM,
        released_at=now(),
        entry_id=on.id,
        by_id=promised.by_id,
        what=promised.what,
        due_on=promised.due_on,
        form_key=promised.form_key,
    )
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        return _sent_before(staff_id, promised.form_key)
    return made


def keep(staff_id: UUID, promise_id: UUID) -> Promise:
    """Say that it was done. Saying so twice is once."""
    kept = _to_change(promise_id)
    kept.kept_at = kept.kept_at or now()
    session.flush()
    return kept


def change(staff_id: UUID, promise_id: UUID, what: str, due_on: date, reason: str) -> Promise:
    """Promise something else instead, and say why. What it was before stays to be read."""
    changed = _to_change(promise_id)
    if changed.kept_at:
        raise Conflict("This promise was kept already.")
    session.add(
        PromiseChange(
            care_leaver_id=changed.care_leaver_id,
            author_id=staff_id,
            held_by_id=changed.held_by_id,
            topic_id=changed.topic_id,
            reach=changed.reach,
            released_at=now(),
            promise_id=changed.id,
            what_before=changed.what,
            due_before=changed.due_on,
            reason=reason,
        )
    )
    changed.what, changed.due_on = what, due_on
    session.flush()
    return changed


def _to_change(promise_id: UUID) -> Promise:
    found = session.get_one(Promise, promise_id, with_for_update=True)
    if team_writing_about(found.care_leaver_id) != found.held_by_id:
        raise NotAllowed("Another team promised this.")
    return found


def _sent_before(staff_id: UUID, form_key: str) -> Promise:
    return session.scalars(
        select(Promise).where(Promise.author_id == staff_id, Promise.form_key == form_key)
    ).one()
