"""Who works with whom: given by one, confirmed by a manager of the receiving team, ended.

Nobody gives, prolongs, confirms or ends what is their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.accounts.actions import taking_over, telling
from portal.accounts.actions.telling import What
from portal.accounts.models import Allocation, CareLeaver, Duty, Involvement, Staff
from portal.accounts.queries import teams
from portal.db import now, session
from portal.errors import Conflict, NotAllowed

Given = TypeVar("Given", Allocation, Involvement)
LONGEST_COVER = timedelta(days=14)
NOT_ONES_OWN = "Nobody gives or confirms what is for themselves."


@dataclass(frozen=True, kw_only=True)
class Span:
    """From when until when. `key` is the form's: sent twice, it makes one."""

    key: UUID = field(default_factory=uuid4)
    start_at: datetime
    end_at: datetime | None = None


def allocate(
    care_leaver_id: UUID, to: UUID, span: Span, *, by: UUID, is_cover: bool = False
) -> Allocation:
    """Opens nothing yet, unless it is given by a manager of the receiving team."""
    person = session.get_one(CareLeaver, care_leaver_id)
    _check(by, to, span)
    _demand(by, person.team_id, Duty.ADVISER, Duty.MANAGER)
    _demand(to, person.team_id, Duty.ADVISER, what="They are not a PA of this team.")
    if is_cover and (span.end_at is None or span.end_at - span.start_at > LONGEST_COVER):
        raise Conflict("Cover lasts 14 days at most.")
    given = Allocation(
        id=span.key,
        care_leaver_id=person.id,
        staff_id=to,
        is_cover=is_cover,
        start_at=span.start_at,
        end_at=span.end_at,
        given_by_id=by,
    )
    return _given(given, by, person.team_id)


def involve(
    care_leaver_id: UUID, whom: UUID, team_id: UUID, span: Span, *, by: UUID
) -> Involvement:
    """Opens nothing before a manager of that team confirms it."""
    person = session.get_one(CareLeaver, care_leaver_id)
    _check(by, whom, span)
    _demand(by, person.team_id, Duty.ADVISER, Duty.MANAGER)
    _demand(whom, team_id, Duty.PRACTITIONER, what="They are not a practitioner of this team.")
    given = Involvement(
        id=span.key,
        care_leaver_id=person.id,
        staff_id=whom,
        team_id=team_id,
        start_at=span.start_at,
        end_at=span.end_at,
        given_by_id=by,
    )
    return _given(given, by, team_id)


def confirm(given: Allocation | Involvement, *, by: UUID, team_id: UUID) -> None:
    """By a manager of the receiving team; whoever it is about is told at once."""
    if by == given.staff_id:
        raise NotAllowed(NOT_ONES_OWN)
    _demand(by, team_id, Duty.MANAGER, what="A manager of the receiving team confirms this.")
    if given.confirmed_at is not None:
        raise Conflict("This was confirmed in the meantime.")
    given.confirmed_by_id, given.confirmed_at = by, now()
    if isinstance(given, Involvement) or given.is_cover:
        telling.tell(given.care_leaver_id, _begins(given), _who(given))
        return
    taking_over.tell_of(given)
    taking_over.take_over(given)


def end(given: Allocation | Involvement, *, by: UUID) -> None:
    """At once. What was never confirmed is only taken back."""
    if by == given.staff_id:
        raise NotAllowed(NOT_ONES_OWN)
    if given.end_at is not None and given.end_at <= now():
        raise Conflict("This has ended in the meantime.")
    given.end_at = max(now(), given.start_at)
    if given.confirmed_at is not None:
        telling.tell(given.care_leaver_id, _ends(given), _who(given))
    session.flush()


def allocation_to_end(allocation_id: UUID, by: UUID) -> Allocation:
    """Raises NoResultFound when it is not theirs to know, NotAllowed when not theirs to end."""
    given = session.get_one(Allocation, allocation_id)
    team_id = session.get_one(CareLeaver, given.care_leaver_id).team_id
    _demand(by, team_id, Duty.MANAGER, what="A manager of their team ends this.")
    return given


def involvement_to_end(involvement_id: UUID, by: UUID) -> Involvement:
    given = session.get_one(Involvement, involvement_id)
    home = select(CareLeaver.team_id).where(CareLeaver.id == given.care_leaver_id)
    managed = {given.team_id, session.scalar(home)} & teams.of(by, Duty.MANAGER)
    if not managed:
        raise NotAllowed("A manager of either team ends this.")
    return given


def _given(given: Given, by: UUID, team_id: UUID) -> Given:
    if (earlier := session.get(type(given), given.id)) is not None:
        return earlier
    session.add(given)
    session.flush()
    if team_id in teams.of(by, Duty.MANAGER):
        confirm(given, by=by, team_id=team_id)
    return given


def _check(by: UUID, whom: UUID, span: Span) -> None:
    if by == whom:
        raise NotAllowed(NOT_ONES_OWN)
    if span.end_at is not None and span.end_at <= span.start_at:
        raise Conflict("The last day is before the first.")


def _demand(
    staff_id: UUID, team_id: UUID, *duties: Duty, what: str = "You cannot do this for this person."
) -> None:
    if team_id not in teams.of(staff_id, *duties):
        raise NotAllowed(what)


def _begins(given: Allocation | Involvement) -> What:
    return What.INVOLVED if isinstance(given, Involvement) else What.COVER_BEGINS


def _ends(given: Allocation | Involvement) -> What:
    return What.INVOLVEMENT_ENDS if isinstance(given, Involvement) else What.ADVISER_ENDS


def _who(given: Allocation | Involvement) -> str:
    staff = session.get_one(Staff, given.staff_id)
    return f"{staff.name}, {staff.job}" if staff.job else staff.name
