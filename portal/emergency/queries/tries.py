"""Each try in an emergency, as a manager sees it: who, when, why, whom, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import StaffViewer
from portal.consent.models import EmergencyAccess
from portal.db import now, session, viewer
from portal.emergency.actions.reviewing import may_review
from portal.emergency.models import APPROVED_WITHIN, EmergencyTry

A_PAGE = 25


@dataclass(frozen=True, kw_only=True)
class Tried:
    """One try, with what it opened. `whom` is empty for a miss."""

    tried: EmergencyTry
    who: str
    job: str
    whom: str
    opened: EmergencyAccess | None
    is_own: bool
    may_review: bool

    @property
    def state(self) -> str:
        if self.opened:
            return "open" if self.opened.end_at > now() else "opened"
        if not self.tried.is_hit:
            return "nobody"
        if self.tried.waits:
            return "waits"
        if self.tried.decided_at:
            return "refused"
        return "ran out" if self.tried.needs_approval else "themselves"


def to_look_at(me: UUID) -> list[Tried]:
    """What nobody has looked at yet, or what has an inquiry; what waits to be opened first."""
    undone = or_(EmergencyTry.reviewed_at.is_(None), _has_inquiry())
    order = _waits().desc(), EmergencyTry.tried_at.desc(), EmergencyTry.id
    return _shown(me, _every().where(undone).order_by(*order).limit(A_PAGE * 4))


def looked_at(me: UUID, skip: int) -> list[Tried]:
    """The latest first; one more than a page shows, when there are more."""
    done = and_(EmergencyTry.reviewed_at.is_not(None), ~_has_inquiry())
    order = EmergencyTry.tried_at.desc(), EmergencyTry.id
    return _shown(me, _every().where(done).order_by(*order).offset(skip).limit(A_PAGE + 1))


def one(me: UUID, try_id: UUID) -> Tried:
    known = session.get_one(EmergencyTry, try_id)
    (found,) = _shown(me, _every().where(EmergencyTry.id == known.id))
    return found


def to_change(try_id: UUID) -> EmergencyTry:
    return session.get_one(EmergencyTry, try_id, with_for_update=True)


def how_many_wait(me: UUID) -> int:
    """What is for this manager to look at or decide."""
    found = select(func.count()).select_from(EmergencyTry)
    approved = EmergencyTry.decided_by_id
    mine = EmergencyTry.staff_id != me, or_(approved.is_(None), approved != me)
    return session.scalar(found.where(EmergencyTry.reviewed_at.is_(None), *mine)) or 0


def open_now(me: UUID) -> list[tuple[EmergencyAccess, CareLeaver]]:
    """What whoever asks opened in an emergency that still lasts, the latest first."""
    found = (
        select(EmergencyAccess, CareLeaver)
        .join(CareLeaver, CareLeaver.id == EmergencyAccess.care_leaver_id)
        .where(EmergencyAccess.staff_id == me, EmergencyAccess.end_at > now())
        .order_by(EmergencyAccess.start_at.desc(), EmergencyAccess.id)
    )
    return [(opened, person) for opened, person in session.execute(found)]


def open_until(person_id: UUID) -> datetime | None:
    """Until when whoever asks has opened this person in an emergency, if they have."""
    asking = viewer()
    assert isinstance(asking, StaffViewer)
    mine = EmergencyAccess.staff_id == asking.staff_id
    until = func.max(EmergencyAccess.end_at)
    lasting = EmergencyAccess.care_leaver_id == person_id, EmergencyAccess.end_at > now()
    return session.scalar(select(until).where(mine, *lasting))


def _has_inquiry() -> Any:
    return and_(EmergencyTry.inquiry.is_not(None), EmergencyTry.ended_at.is_(None))


def _waits() -> Any:
    in_time = EmergencyTry.tried_at > now() - APPROVED_WITHIN
    return and_(EmergencyTry.needs_approval, EmergencyTry.decided_at.is_(None), in_time)


def _every() -> Select[*tuple[Any, ...]]:
    return (
        select(EmergencyTry, Staff, CareLeaver, EmergencyAccess)
        .join(Staff, Staff.id == EmergencyTry.staff_id)
        .outerjoin(CareLeaver, CareLeaver.id == EmergencyTry.care_leaver_id)
        .outerjoin(EmergencyAccess, EmergencyAccess.id == EmergencyTry.emergency_id)
    )


def _shown(me: UUID, asked: Select[*tuple[Any, ...]]) -> list[Tried]:
    return [
        Tried(
            tried=tried,
            who=staff.name,
            job=staff.job,
            whom=f"{person.name} {person.last_name}" if person else "",
            opened=opened,
            is_own=tried.staff_id == me,
            may_review=may_review(tried, me),
        )
        for tried, staff, person, opened in session.execute(asked)
    ]


def names_of(shown: Tried) -> dict[UUID, str]:
    """The managers who decided, looked at it, ended an inquiry or held telling back."""
    one = shown.tried
    ids = {one.decided_by_id, one.reviewed_by_id, one.ended_by_id}
    ids |= {shown.opened.held_back_by_id} if shown.opened else set()
    found = select(Staff.id, Staff.name).where(Staff.id.in_(filter(None, ids)))
    return dict(session.execute(found).all())
