"""What care leavers ask about looks, as the manager who answers sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from portal import hours
from portal.accounts.models import CareLeaver, Staff
from portal.consent.models import Look
from portal.consent.questions import queries
from portal.consent.questions.models import LookQuestion
from portal.db import session
from portal.emergency.queries.outside import staff_by_id

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Question:
    """Who asks about whose look. Whoever looked answers nothing about it."""

    asked: LookQuestion
    whom: CareLeaver
    looker: Staff
    is_own: bool


def to_answer(me: UUID) -> list[Question]:
    return _shown(me, queries.to_answer())


def one(me: UUID, question_id: UUID) -> Question:
    (found,) = _shown(me, [queries.the_question(question_id)])
    return found


def looked_at(asked: LookQuestion) -> Sequence[datetime]:
    """When they looked, on the day that is asked about and for the same reason."""
    start = hours.midnight_after(asked.looked_on - DAY)
    return session.scalars(
        select(Look.looked_at)
        .where(Look.staff_id == asked.staff_id, Look.why == asked.why)
        .where(Look.care_leaver_id == asked.care_leaver_id)
        .where(Look.looked_at >= start, Look.looked_at < hours.midnight_after(asked.looked_on))
        .order_by(Look.looked_at, Look.id)
    ).all()


def _shown(me: UUID, every: Sequence[LookQuestion]) -> list[Question]:
    staff = staff_by_id(one.staff_id for one in every)
    ids = {one.care_leaver_id for one in every}
    people = session.scalars(select(CareLeaver).where(CareLeaver.id.in_(ids)))
    by_id = {one.id: one for one in people}
    return [
        Question(one, by_id[one.care_leaver_id], staff[one.staff_id], one.staff_id == me)
        for one in every
    ]
