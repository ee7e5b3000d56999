"""Administrators add people, teams and duties. Nobody gives themselves anything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from portal.accounts.actions import administrators, sign_ins
from portal.accounts.models import Account, CareLeaver, Duty, Membership, Reference, Role, Staff
from portal.db import now, session
from portal.errors import Conflict, NotAllowed

NOT_ONESELF = "Nobody gives themselves anything. Ask another administrator."
APART = "The duty of an administrator goes with no other."


@dataclass(frozen=True, kw_only=True)
class NewCareLeaver:
    first_name: str
    last_name: str
    born_on: date | None
    team_id: UUID
    contact: str


def add_care_leaver(key: UUID, new: NewCareLeaver) -> UUID:
    """`key` is the form's: sent twice, it makes one."""
    if _is_new(key, Role.CARE_LEAVER):
        person = CareLeaver(
            id=key,
            first_name=new.first_name,
            last_name=new.last_name,
            born_on=new.born_on,
            team_id=new.team_id,
        )
        person.contact = new.contact
        session.add(person)
        session.flush()
    return key


def add_reference(care_leaver_id: UUID, system: str, value: str) -> None:
    """What waited under this reference joins by itself."""
    session.get_one(CareLeaver, care_leaver_id)
    taken = session.scalar(
        select(Reference).where(Reference.system == system, Reference.value == value)
    )
    if taken is not None and taken.care_leaver_id != care_leaver_id:
        raise Conflict("Somebody else has this reference.")
    if taken is None:
        session.add(Reference(care_leaver_id=care_leaver_id, system=system, value=value))
        session.flush()


def add_staff(key: UUID, name: str, email: str, job: str) -> UUID:
    if _is_new(key, Role.STAFF):
        if session.scalar(select(Staff.id).where(Staff.email == email)) is not None:
            raise Conflict("Somebody has this email already.")
        session.add(Staff(id=key, name=name, email=email, job=job))
        session.flush()
    return key


def begin_membership(staff_id: UUID, team_id: UUID, duty: Duty, *, by: UUID) -> None:
    if staff_id == by:
        raise NotAllowed(NOT_ONESELF)
    held = duties_of(staff_id)
    if any((each.team_id, each.duty) == (team_id, duty) for each in held):
        return
    if held and (duty is Duty.ADMINISTRATOR or held[0].duty is Duty.ADMINISTRATOR):
        raise Conflict(APART)
    session.add(Membership(staff_id=staff_id, team_id=team_id, duty=duty))
    session.flush()


def end_membership(membership_id: UUID, *, by: UUID) -> None:
    held = session.get_one(Membership, membership_id)
    if held.staff_id == by:
        raise NotAllowed("Another administrator ends what is yours.")
    if held.end_at is None or held.end_at > now():
        administrators.keep_one(lambda each: each.id == held.id)
        held.end_at = now()
        session.flush()


def end_employment(staff_id: UUID, *, by: UUID) -> None:
    """They are out everywhere, at once."""
    if staff_id == by:
        raise NotAllowed("Another administrator does this for you.")
    administrators.keep_one(lambda each: each.staff_id == staff_id)
    session.get_one(Staff, staff_id).employed_until = now()
    sign_ins.end_others_of_staff(staff_id)
    for held in duties_of(staff_id):
        held.end_at = now()
    session.flush()


def duties_of(staff_id: UUID) -> list[Membership]:
    """What they do now, or will."""
    return list(
        session.scalars(
            select(Membership)
            .where(
                Membership.staff_id == staff_id,
                or_(Membership.end_at.is_(None), Membership.end_at > now()),
            )
            .order_by(Membership.start_at, Membership.id)
        )
    )


def _is_new(key: UUID, role: Role) -> bool:
    if session.get(Account, key) is not None:
        return False
    session.add(Account(id=key, role=role))
    session.flush()
    return True
