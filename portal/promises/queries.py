"""Which promises there are, with what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select

from portal.accounts.models import Staff
from portal.accounts.queries.around import taken_over
from portal.db import now, session
from portal.promises.models import Promise, PromiseChange
from portal.promises.shown import PromiseShown

STILL_NEWS = timedelta(days=14)


def the_promise(care_leaver_id: UUID, promise_id: UUID) -> Promise:
    return session.scalars(
        select(Promise).where(Promise.id == promise_id, Promise.care_leaver_id == care_leaver_id)
    ).one()


def on_entries(entry_ids: Iterable[UUID]) -> dict[UUID, list[PromiseShown]]:
    """The promises made on these entries, oldest first."""
    found = select(Promise).where(Promise.entry_id.in_(list(entry_ids)))
    kept: dict[UUID, list[PromiseShown]] = defaultdict(list)
    for one in shown(session.scalars(found.order_by(Promise.made_at, Promise.id)).all()):
        if one.promise.entry_id is not None:
            kept[one.promise.entry_id].append(one)
    return kept


def in_sight(care_leaver_id: UUID) -> list[PromiseShown]:
    """What is still to come, soonest first, and what was kept in the last two weeks."""
    lately = or_(Promise.kept_at.is_(None), Promise.kept_at > now() - STILL_NEWS)
    found = (
        select(Promise)
        .where(Promise.care_leaver_id == care_leaver_id, lately)
        .order_by(Promise.kept_at.is_not(None), Promise.due_on, Promise.id)
    )
    return shown(session.scalars(found).all())


def shown(promises: Sequence[Promise]) -> list[PromiseShown]:
    """The same promises with who made them and how they were changed."""
    if not promises:
        return []
    staff_ids = {one.by_id for one in promises}
    names = dict(session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(staff_ids))).all())
    changes, passed = _changes([one.id for one in promises]), _passed_on(promises)
    return [
        PromiseShown(one, names[one.by_id], tuple(changes[one.id]), passed.get(one.id, ""))
        for one in promises
    ]


def _passed_on(promises: Sequence[Promise]) -> dict[UUID, str]:
    """To which PA those passed that are open, and whose PA has changed since."""
    still_open = [one for one in promises if one.kept_at is None]
    if not still_open:
        return {}
    passed = taken_over({one.care_leaver_id for one in still_open})
    return {one.id: passed.get((one.care_leaver_id, one.by_id), "") for one in still_open}


def _changes(promise_ids: list[UUID]) -> dict[UUID, list[PromiseChange]]:
    found = (
        select(PromiseChange)
        .where(PromiseChange.promise_id.in_(promise_ids))
        .order_by(PromiseChange.made_at, PromiseChange.id)
    )
    changes: dict[UUID, list[PromiseChange]] = defaultdict(list)
    for change in session.scalars(found):
        changes[change.promise_id].append(change)
    return changes
