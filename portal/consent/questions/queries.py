"""Which questions about looks there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from portal.consent.questions.models import LookQuestion
from portal.db import session

A_PAGE = 50


def about_days(days: Sequence[date]) -> dict[tuple[UUID, date, str], LookQuestion]:
    """What was asked about looks of these days, by who looked, when and why."""
    found = session.scalars(select(LookQuestion).where(LookQuestion.looked_on.in_(days)))
    return {(each.staff_id, each.looked_on, each.why): each for each in found}


def to_answer() -> Sequence[LookQuestion]:
    """The one that is due first stands first."""
    return session.scalars(
        select(LookQuestion)
        .where(LookQuestion.answered_at.is_(None))
        .order_by(LookQuestion.due_on, LookQuestion.asked_at, LookQuestion.id)
        .limit(A_PAGE)
    ).all()


def how_many_to_answer(but_not_about: UUID) -> int:
    found = select(func.count()).select_from(LookQuestion)
    waiting = LookQuestion.answered_at.is_(None), LookQuestion.staff_id != but_not_about
    return session.scalar(found.where(*waiting)) or 0


def the_question(question_id: UUID, *, to_change: bool = False) -> LookQuestion:
    return session.get_one(LookQuestion, question_id, with_for_update=to_change)
