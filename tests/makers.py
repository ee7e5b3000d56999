"""Ten-line builders: each makes one thing in the open session and flushes it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from argon2 import PasswordHasher

from portal.accounts.models import (
    Account,
    Allocation,
    CareLeaver,
    Duty,
    Involvement,
    Membership,
    Role,
    Staff,
    Team,
    TeamKind,
    Topic,
)
from portal.db import now, session

Thing = TypeVar("Thing")

PIN = "271828"
PASSPHRASE = "four words said slowly"
# As weak as can be: tests try many, and nobody attacks them.
_quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PIN_HASH, PASSPHRASE_HASH = _quick.hash(PIN), _quick.hash(PASSPHRASE)


def fixed_id(name: str) -> UUID:
    """The same in every test, so that a failure reads the same twice."""
    return uuid5(NAMESPACE_URL, f"https://say.westmoor.example/{name}")


def long_ago() -> datetime:
    return now() - timedelta(days=400)


def a_team(name: str, kind: TeamKind = TeamKind.OTHER) -> Team:
    return _kept(Team(id=fixed_id(name), name=name, kind=kind))


def a_topic(name: str, position: int) -> Topic:
    return _kept(Topic(id=fixed_id(name), name=name, position=position))


def a_member_of_staff(name: str, job: str, team: Team, *duties: Duty) -> Staff:
    account = _kept(Account(id=fixed_id(name), role=Role.STAFF))
    email = f"{name.lower().replace(' ', '.')}@westmoor.example"
    member = _kept(
        Staff(
            id=account.id,
            name=name,
            job=job,
            email=email,
            passphrase_hash=PASSPHRASE_HASH,
            employed_from=long_ago(),
        )
    )
    for duty in duties:
        a_membership(member, team, duty)
    return member


def a_membership(member: Staff, team: Team, duty: Duty) -> Membership:
    return _kept(Membership(staff_id=member.id, team_id=team.id, duty=duty, start_at=long_ago()))


def a_care_leaver(first_name: str, last_name: str, team: Team, **more: object) -> CareLeaver:
    """Somebody who came in long ago, and was told how counting works."""
    account = _kept(Account(id=fixed_id(first_name), role=Role.CARE_LEAVER))
    known: dict[str, object] = {"pin_hash": PIN_HASH, "came_in_at": long_ago()}
    known |= {"told_at": long_ago()}
    return _kept(
        CareLeaver(
            id=account.id,
            first_name=first_name,
            last_name=last_name,
            team_id=team.id,
            **(known | more),
        )
    )


def an_allocation(
    of: CareLeaver, to: Staff, confirmed_by: Staff | None, **more: object
) -> Allocation:
    return _kept(Allocation(care_leaver_id=of.id, staff_id=to.id, **_given(confirmed_by), **more))


def an_involvement(
    with_: CareLeaver, of: Staff, team: Team, confirmed_by: Staff | None, **more: object
) -> Involvement:
    return _kept(
        Involvement(
            care_leaver_id=with_.id,
            staff_id=of.id,
            team_id=team.id,
            **_given(confirmed_by),
            **more,
        )
    )


def _given(confirmed_by: Staff | None) -> dict[str, object]:
    if confirmed_by is None:
        return {"start_at": long_ago()}
    return {
        "start_at": long_ago(),
        "confirmed_by_id": confirmed_by.id,
        "confirmed_at": long_ago(),
    }


def _kept(thing: Thing) -> Thing:
    session.add(thing)
    session.flush()
    return thing
