"""A care leaver asks about a look; a manager who did not look answers."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from portal import hours
from portal.accounts.actions import telling
from portal.accounts.actions.telling import What
from portal.accounts.models import Staff
from portal.consent.models import Look
from portal.consent.questions.models import LookQuestion
from portal.db import now, session
from portal.errors import Conflict, NotAllowed

ANSWERED_WITHIN = 5  # working days
DAY = timedelta(days=1)


def ask(me: UUID, staff_id: UUID, looked_on: date, why: str) -> LookQuestion:
    """Raises NoResultFound when I can see no such look."""
    start, end = hours.midnight_after(looked_on - DAY), hours.midnight_after(looked_on)
    session.scalars(
        select(Look.id)
        .where(Look.staff_id == staff_id, Look.why == why)
        .where(Look.looked_at >= start, Look.looked_at < end)
        .limit(1)
    ).one()
    about = {"care_leaver_id": me, "staff_id": staff_id, "looked_on": looked_on, "why": why}
    due = hours.working_days_after(hours.local(now()).date(), ANSWERED_WITHIN)
    asked = LookQuestion(**about, due_on=due)
    try:
        with session.begin_nested():
            session.add(asked)
    except IntegrityError:
        return session.scalars(select(LookQuestion).filter_by(**about)).one()
    return asked


def answer(question: LookQuestion, words: str, *, by: UUID) -> None:
    """The care leaver is told that there is an answer, and reads it beside the look."""
    if by == question.staff_id:
        raise NotAllowed("You looked. Another manager answers.")
    if question.answered_at is not None:
        raise Conflict("Another manager answered this in the meantime.")
    question.answered_by_id, question.answered_at, question.answer = by, now(), words
    who = session.get_one(Staff, by)
    telling.tell(question.care_leaver_id, What.LOOK_ANSWERED, who.name)
