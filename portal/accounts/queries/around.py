"""The team around somebody: who works with them now, in which role, and since when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from portal.accounts.models import Allocation, CareLeaver, Involvement, Staff, Team
from portal.db import now, session


@dataclass(frozen=True, kw_only=True)
class Around:
    """Somebody who works with them: their PA, who covers, or somebody of another team."""

    staff_id: UUID
    name: str
    job: str
    team: str
    since: datetime
    until: datetime | None
    is_adviser: bool = False
    is_cover: bool = False


def team_around(care_leaver_id: UUID) -> list[Around]:
    """The PA first, then who covers, then the other teams. What waits for a manager is not yet."""
    advisers = _asked(Allocation, Team.id == CareLeaver.team_id, Allocation.is_cover)
    others = _asked(Involvement, Team.id == Involvement.team_id, Team.name)
    mine = CareLeaver.id == care_leaver_id
    return [
        *(_one(*row, is_allocation=True) for row in session.execute(advisers.where(mine))),
        *(_one(*row, is_allocation=False) for row in session.execute(others.where(mine))),
    ]


def taken_over(care_leaver_ids: Collection[UUID]) -> dict[tuple[UUID, UUID], str]:
    """By care leaver and who was their PA or cover: the name of the PA to whom all of it passed."""
    rows = session.execute(
        select(Allocation, Staff)
        .join(Staff, Staff.id == Allocation.staff_id)
        .where(
            Allocation.care_leaver_id.in_(care_leaver_ids),
            Allocation.confirmed_at <= now(),
            Allocation.start_at <= now(),
        )
        .order_by(Allocation.start_at, Allocation.id)
    ).all()
    there = [(given, staff) for given, staff in rows if _is_there(given, staff)]
    still = {(given.care_leaver_id, staff.id) for given, staff in there}
    adviser = {given.care_leaver_id: staff.name for given, staff in there if not given.is_cover}
    before = {(given.care_leaver_id, given.staff_id) for given, _ in rows} - still
    return {key: adviser[key[0]] for key in before if key[0] in adviser}


def _is_there(given: Allocation, staff: Staff) -> bool:
    ends = (given.end_at, staff.employed_until)
    return all(end is None or end > now() for end in ends)


def _asked(
    given: type[Allocation] | type[Involvement], of_team: ColumnElement[bool], first: Any
) -> Select[Any, Any, Any]:
    return (
        select(given, Staff, Team.name)
        .join(Staff, Staff.id == given.staff_id)
        .join(CareLeaver, CareLeaver.id == given.care_leaver_id)
        .join(Team, of_team)
        .where(
            given.confirmed_at <= now(),
            _lasts(given.start_at, given.end_at),
            _lasts(Staff.employed_from, Staff.employed_until),
        )
        .order_by(first, given.start_at, given.id)
    )


def _lasts(start: Any, end: Any) -> ColumnElement[bool]:
    return and_(start <= now(), or_(end.is_(None), end > now()))


def _one(given: Any, staff: Staff, team: str, *, is_allocation: bool) -> Around:
    is_cover = is_allocation and given.is_cover
    return Around(
        staff_id=staff.id,
        name=staff.name,
        job=staff.job,
        team=team,
        since=given.start_at,
        until=given.end_at,
        is_adviser=is_allocation and not is_cover,
        is_cover=is_cover,
    )
