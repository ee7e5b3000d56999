"""Facts that the rule is made of, as SQL: who is in which team, who is allocated, what was chosen.

Read without the rule above them, since a criterion's own subselects are not filtered again; so
only the rule imports this.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from portal.accounts.models import (
    Allocation,
    CareLeaver,
    Duty,
    Involvement,
    Membership,
    Staff,
    Team,
    TeamKind,
    Themselves,
)
from portal.consent.asking import constant, earlier
from portal.consent.models import (
    Agreement,
    Choice,
    EmergencyAccess,
    LockedCell,
    Purpose,
)
from portal.db import unruled

LONGEST_COVER = 14  # days
LONGEST_EMERGENCY = 1  # day
RELATED = (Duty.ADVISER, Duty.MANAGER, Duty.PRACTITIONER)
Yes = ColumnElement[bool]
Asked = TypeVar("Asked", bound=Any)


def apart(asked: Asked, *own: Any) -> Asked:
    """A question within another: all but its own tables are those of the row that it is about.

    By itself SQLAlchemy looks for that row one question further out and no more, and two questions
    in it would be about any row at all.
    """
    apart = asked.correlate_except(*(next(iter(columns)).table for columns in own))
    return cast("Asked", apart)


def lasts(now: datetime, start: Any, end: Any) -> Yes:
    """`start <= now < end`; no end is open."""
    return and_(start <= now, or_(end.is_(None), end > now))


def in_force(now: datetime, given: Any) -> Yes:
    """Confirmed by somebody; dated back, it counts from its confirmation."""
    return and_(given.confirmed_at <= now, lasts(now, given.start_at, given.end_at))


def employed(now: datetime, staff_id: UUID) -> Yes:
    staff = unruled(Staff)
    return exists().where(
        staff.id == staff_id, lasts(now, staff.employed_from, staff.employed_until)
    )


def works_here(now: datetime, staff_id: UUID) -> Yes:
    """Employed, and no administrator of accounts: that duty excludes every other."""
    return and_(employed(now, staff_id), ~has_duty(now, staff_id, Duty.ADMINISTRATOR))


def has_duty(now: datetime, staff_id: UUID, *duties: Duty) -> Yes:
    member = unruled(Membership)
    return exists().where(is_member(now, member, staff_id, *duties))


def is_member(now: datetime, member: Any, staff_id: UUID, *duties: Duty) -> Yes:
    """A closed team opens nothing to those who are still written down as its members."""
    return and_(
        member.staff_id == staff_id,
        member.duty.in_([constant(duty) for duty in duties]),
        lasts(now, member.start_at, member.end_at),
        is_open(now, member.team_id),
    )


def teams_of(now: datetime, staff_id: UUID, duty: Duty) -> Select[tuple[UUID]]:
    member = unruled(Membership)
    return select(member.team_id).where(is_member(now, member, staff_id, duty))


def is_open(now: datetime, team_id: Any) -> Yes:
    team = unruled(Team)
    return ~cast("Yes", apart(exists().where(team.id == team_id, team.closed_at <= now), team))


def not_themselves(care_leaver_id: Any, staff_id: UUID) -> Yes:
    same = unruled(Themselves)
    themselves = select(same.care_leaver_id).where(same.staff_id == staff_id)
    return ~cast("Yes", care_leaver_id.in_(themselves))


def advised_by(now: datetime, staff_id: UUID) -> Select[tuple[UUID]]:
    """Whose adviser or cover this is, as an adviser of their leaving-care team."""
    given, person = unruled(Allocation), unruled(CareLeaver)
    return select(given.care_leaver_id).where(
        given.staff_id == staff_id,
        in_force(now, given),
        or_(~given.is_cover, given.start_at > earlier(now, LONGEST_COVER)),
        person.id == given.care_leaver_id,
        person.team_id.in_(teams_of(now, staff_id, Duty.ADVISER)),
    )


def managed_by(now: datetime, staff_id: UUID) -> Select[tuple[UUID]]:
    """Who is of a leaving-care team that this member of staff manages."""
    person = unruled(CareLeaver)
    return select(person.id).where(person.team_id.in_(teams_of(now, staff_id, Duty.MANAGER)))


def manages_leaving_care(now: datetime, staff_id: UUID) -> Yes:
    """Whether this is a manager of some leaving-care team."""
    team = unruled(Team)
    return exists().where(
        team.kind == constant(TeamKind.LEAVING_CARE),
        team.id.in_(teams_of(now, staff_id, Duty.MANAGER)),
    )


def involvements_of(now: datetime, staff_id: UUID) -> Any:
    """With whom, and for which team, this practitioner is involved: a table of two columns.

    Of another team: within leaving care itself nobody practises beside the adviser.
    """
    given, person = unruled(Involvement), unruled(CareLeaver)
    return (
        select(given.care_leaver_id, given.team_id)
        .where(
            given.staff_id == staff_id,
            in_force(now, given),
            given.team_id.in_(teams_of(now, staff_id, Duty.PRACTITIONER)),
            person.id == given.care_leaver_id,
            person.team_id != given.team_id,
        )
        .subquery()
    )


def emergencies_of(now: datetime, staff_id: UUID) -> Select[tuple[UUID]]:
    """Whose record this member of staff opened in an emergency that still lasts."""
    opened = unruled(EmergencyAccess)
    return select(opened.care_leaver_id).where(
        opened.staff_id == staff_id,
        lasts(now, opened.start_at, opened.end_at),
        opened.start_at > earlier(now, LONGEST_EMERGENCY),
        has_duty(now, staff_id, *RELATED),
    )


def held_by_leaving_care(now: datetime, held_by_id: Any) -> Yes:
    """By a leaving-care team, or by a closed team whose heir is one."""
    team, heir = unruled(Team), unruled(Team)
    passed_on = and_(team.closed_at <= now, team.heir_id.is_not(None))
    kind = select(heir.kind).where(heir.id == team.heir_id)
    now_of_kind = case((passed_on, apart(kind, heir).scalar_subquery()), else_=team.kind)
    leaving_care = select(team.id).where(now_of_kind == constant(TeamKind.LEAVING_CARE))
    return cast("Yes", held_by_id.in_(leaving_care))


def held_by(now: datetime, held_by_id: Any, team_id: Any) -> Yes:
    """Held by this team, or by a closed one whose heir it is."""
    team = unruled(Team)
    inherited = exists().where(
        team.id == held_by_id, team.heir_id == team_id, team.closed_at <= now
    )
    itself = and_(held_by_id == team_id, is_open(now, team_id))
    return or_(itself, apart(inherited, team))


def still_here(now: datetime, care_leaver_id: Any) -> Yes:
    """Whoever died or left has no yes in force."""
    person = unruled(CareLeaver)
    gone = apart(exists().where(person.id == care_leaver_id, person.left_at <= now), person)
    return ~cast("Yes", gone)


def said_yes(now: datetime, care_leaver_id: Any, team_id: Any, topic_id: Any) -> Yes:
    """The latest choice about this team and topic is a yes in force. An older yes never revives."""
    choice, later = unruled(Choice), unruled(Choice)
    latest = (
        select(func.max(later.id))
        .where(
            later.care_leaver_id == care_leaver_id,
            later.team_id == team_id,
            later.topic_id == topic_id,
        )
        .scalar_subquery()
    )
    in_time = lasts(now, choice.start_at, choice.end_at)
    yes = exists().where(
        choice.id == apart(latest, later), choice.is_yes, in_time, adult_agrees(now, choice)
    )
    return and_(apart(yes, choice), still_here(now, care_leaver_id))


def answer_to(now: datetime, care_leaver_id: Any, purpose: Purpose) -> ColumnElement[Any]:
    """The answer in force to a purpose: 1, 0, or null when nothing was ever said."""
    choice, later = unruled(Choice), unruled(Choice)
    latest = (
        select(func.max(later.id))
        .where(later.care_leaver_id == care_leaver_id, later.purpose == constant(purpose))
        .scalar_subquery()
    )
    person = unruled(CareLeaver)
    gone = apart(exists().where(person.id == care_leaver_id, person.left_at <= now), person)
    in_time = and_(choice.is_yes, lasts(now, choice.start_at, choice.end_at), ~gone)
    counts = and_(in_time, adult_agrees(now, choice))
    answer = select(case((counts, 1), else_=0)).where(choice.id == apart(latest, later))
    return cast("ColumnElement[Any]", apart(answer, choice).scalar_subquery())


def adult_agrees(now: datetime, choice: Any) -> Yes:
    """A yes of somebody under 18 may wait for their named adult's, until they are 18."""
    agreed = unruled(Agreement)
    said = exists().where(agreed.choice_id == choice.id, agreed.said_at <= now)
    waited = or_(choice.adult_until.is_(None), choice.adult_until <= now)
    return or_(waited, apart(said, agreed))


def locked_open(now: datetime, team_id: Any, topic_id: Any, made_at: Any) -> Yes:
    """The council must share this by law: two people said so, from its first day on."""
    cell = unruled(LockedCell)
    locked = exists().where(
        cell.team_id == team_id,
        cell.topic_id == topic_id,
        cell.confirmed_at <= now,
        cell.first_day_at <= made_at,
        lasts(now, cell.first_day_at, cell.end_at),
    )
    return cast("Yes", apart(locked, cell))
