"""The adult who is named for somebody of 16 or 17, and the yeses that wait for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from portal.accounts.models import CareLeaver, Duty, Membership, Staff, Team, Topic
from portal.accounts.queries import teams
from portal.consent.models import Agreement, Choice, NamedAdult, Purpose
from portal.db import now, session

PURPOSES = {
    Purpose.COUNTING: "being counted in figures",
    Purpose.QUOTING: "being quoted",
    Purpose.RESEARCH: "the study",
}


@dataclass(frozen=True, kw_only=True)
class WaitingYes:
    """`to` which team about which `topic`, or to which purpose."""

    choice_id: int
    whose: str
    to: str
    topic: str
    said_at: datetime
    end_at: datetime | None
    adult_until: datetime | None


def waiting_for(staff_id: UUID) -> list[WaitingYes]:
    """The oldest first. The rule shows only those that still stand and still ask."""
    named = select(NamedAdult.care_leaver_id).where(NamedAdult.staff_id == staff_id, _now())
    agreed = select(Agreement.choice_id).where(Agreement.care_leaver_id.in_(named))
    found = session.execute(
        select(Choice, CareLeaver, Team.name, Topic.name)
        .join(CareLeaver, CareLeaver.id == Choice.care_leaver_id)
        .outerjoin(Team, Team.id == Choice.team_id)
        .outerjoin(Topic, Topic.id == Choice.topic_id)
        .where(
            Choice.care_leaver_id.in_(named),
            Choice.is_yes,
            Choice.adult_until > now(),
            or_(Choice.end_at.is_(None), Choice.end_at > now()),
            Choice.id.not_in(agreed),
        )
        .order_by(Choice.id)
    )
    return [_waiting(*row) for row in found]


def is_asked(staff_id: UUID) -> bool:
    """Whether they are the named adult of anybody now."""
    named = select(NamedAdult.id).where(NamedAdult.staff_id == staff_id, _now())
    return session.scalars(named.limit(1)).first() is not None


def who_could_be(by: UUID) -> list[Staff]:
    """Anybody who works here, but for whoever names them and those who only keep accounts."""
    keeps_accounts = select(Membership.staff_id).where(
        Membership.duty == Duty.ADMINISTRATOR, teams.lasts()
    )
    at_work = select(Membership.staff_id).where(teams.lasts())
    found = session.scalars(
        select(Staff)
        .where(
            Staff.id != by,
            Staff.id.in_(at_work),
            Staff.id.not_in(keeps_accounts),
            or_(Staff.employed_until.is_(None), Staff.employed_until > now()),
        )
        .order_by(Staff.name, Staff.id)
    )
    return list(found)


def _now() -> ColumnElement[bool]:
    return (NamedAdult.start_at <= now()) & (NamedAdult.end_at > now())


def _waiting(choice: Choice, person: CareLeaver, team: str | None, topic: str | None) -> WaitingYes:
    return WaitingYes(
        choice_id=choice.id,
        whose=person.name,
        to=team or PURPOSES[choice.purpose or Purpose.COUNTING],
        topic=topic or "",
        said_at=choice.made_at,
        end_at=choice.end_at,
        adult_until=choice.adult_until,
    )
