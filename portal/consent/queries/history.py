"""What was chosen before: every receipt, and what waits or can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from portal.consent.models import Agreement, Choice, NamedAdult, Receipt
from portal.consent.queries.choices import before_it, standing
from portal.db import now, session

A_PAGE = 40


def history(care_leaver_id: UUID, skip: int = 0) -> Sequence[Receipt]:
    """Newest first, and one more than a page, so that the page knows whether there are older."""
    newest = (
        select(Receipt)
        .where(Receipt.care_leaver_id == care_leaver_id)
        .order_by(Receipt.given_at.desc(), Receipt.id)
    )
    return session.scalars(newest.offset(skip).limit(A_PAGE + 1)).all()


def receipt(receipt_id: UUID) -> Receipt:
    """As whoever asks: somebody else's is not there."""
    return session.get_one(Receipt, receipt_id)


def agreements(care_leaver_id: UUID) -> dict[int, Agreement]:
    """The named adult's yeses, by the choice."""
    said = select(Agreement).where(
        Agreement.care_leaver_id == care_leaver_id, Agreement.said_at <= now()
    )
    return {each.choice_id: each for each in session.scalars(said)}


def can_be_undone(care_leaver_id: UUID) -> list[Choice]:
    """Each not now that somebody wrote down in the place of a yes that would still last."""
    noted = standing(care_leaver_id).where(Choice.recorded_by_id.is_not(None), ~Choice.is_yes)
    return [choice for choice in session.scalars(noted) if _was_yes(before_it(choice))]


def _was_yes(before: Choice | None) -> bool:
    return before is not None and before.is_yes and (before.end_at is None or before.end_at > now())


def waiting_for_adult(staff_id: UUID) -> Sequence[Choice]:
    """The yeses that wait for this member of staff as the adult who is named, the oldest first."""
    mine = select(NamedAdult.care_leaver_id).where(
        NamedAdult.staff_id == staff_id, NamedAdult.start_at <= now(), NamedAdult.end_at > now()
    )
    later = aliased(Choice)
    superseded = select(later.id).where(
        later.care_leaver_id == Choice.care_leaver_id,
        later.team_id.is_not_distinct_from(Choice.team_id),
        later.topic_id.is_not_distinct_from(Choice.topic_id),
        later.purpose.is_not_distinct_from(Choice.purpose),
        later.id > Choice.id,
    )
    agreed = select(Agreement.id).where(Agreement.choice_id == Choice.id)
    waiting = select(Choice).where(
        Choice.care_leaver_id.in_(mine),
        Choice.is_yes,
        Choice.adult_until > now(),
        or_(Choice.end_at.is_(None), Choice.end_at > now()),
        ~superseded.exists(),
        ~agreed.exists(),
    )
    return session.scalars(waiting.order_by(Choice.made_at, Choice.id)).all()
