"""Somebody of staff asks to open a record in an emergency."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import Team, TeamKind
from portal.consent.models import EmergencyAccess
from portal.db import now, session
from portal.emergency.actions import opening
from portal.emergency.models import Category, EmergencyTry
from portal.emergency.queries import finding
from portal.emergency.queries.finding import A_DAY, Sought, Standing
from portal.errors import TooMany

MOST_A_DAY = 3
TOO_MANY = "You can try three times a day. Ring a manager of leaving care."


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Whom, why, and the key of the form: sent twice, it is one try."""

    sought: Sought
    category: Category
    reason: str
    form_key: UUID


def try_to_open(staff_id: UUID, wanted: Wanted) -> EmergencyAccess | None:
    """What is open from now on; None for a miss, and for whatever opens nothing yet."""
    _one_at_a_time()
    before = finding.standing(staff_id, wanted.form_key, wanted.sought)
    if before.sent_before is not None:
        opened = before.sent_before.emergency_id
        return session.get(EmergencyAccess, opened) if opened else None
    _not_too_often(before)
    tried = EmergencyTry(
        care_leaver_id=before.person_id,
        staff_id=staff_id,
        form_key=wanted.form_key,
        category=wanted.category,
        reason=wanted.reason,
        needs_approval=before.opened_lately and not before.is_themselves,
    )
    session.add(tried)
    session.flush()
    if before.person_id is None or before.is_themselves or before.opened_lately:
        return None
    return opening.open_for(tried)


def _one_at_a_time() -> None:
    """So that three tries are three, and the first of a week one, whoever else tries just now."""
    every = select(Team.id).where(Team.kind == TeamKind.LEAVING_CARE).order_by(Team.id)
    session.scalars(every.with_for_update(key_share=True)).all()


def _not_too_often(before: Standing) -> None:
    if before.tries >= MOST_A_DAY and before.first_at is not None:
        raise TooMany(round((before.first_at + A_DAY - now()).total_seconds()), TOO_MANY)
