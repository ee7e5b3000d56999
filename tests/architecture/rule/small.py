"""A small council for the attacks: two care leavers, and what each has said to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from tests.architecture.rule.instants import at, number
from tests.architecture.rule.plain import (
    NOW,
    Asker,
    Membership,
    Person,
    Record,
    Relation,
    Staff,
    Team,
    Window,
    World,
)

LEAVING_CARE, HOUSING, NO_WRONG_DOOR = number(1), number(3), number(5)
AMINA, TYLER = number(100), number(101)
JO, PRIYA, HARRIET, SAM, NADIA, ADA = (number(each) for each in range(10, 16))
HOME = number(200)
LONG_AGO = at(days=60)

DUTIES = {
    JO: (LEAVING_CARE, "adviser"),
    PRIYA: (LEAVING_CARE, "manager"),
    HARRIET: (HOUSING, "practitioner"),
    SAM: (LEAVING_CARE, "adviser"),
    NADIA: (NO_WRONG_DOOR, "practitioner"),
    ADA: (NO_WRONG_DOOR, "administrator"),
}


def _relation(id_: int, cls: str, staff: UUID, person: UUID, team: UUID | None = None) -> Relation:
    return Relation(
        id=number(id_),
        cls=cls,
        person=person,
        staff=staff,
        team=team,
        start=LONG_AGO,
        confirmed_at=LONG_AGO,
        confirmed_by=PRIYA,
    )


RELATIONS = (
    _relation(400, "Allocation", JO, AMINA),
    _relation(401, "Allocation", SAM, TYLER),
    _relation(402, "Involvement", HARRIET, AMINA, HOUSING),
    replace(
        _relation(500, "EmergencyAccess", NADIA, TYLER),
        start=at(hours=1),
        end=NOW + timedelta(hours=5),
    ),
)


def people() -> World:
    """Everybody, with nothing said."""
    return World(
        teams=(
            Team(id=LEAVING_CARE, is_leaving_care=True),
            Team(id=HOUSING),
            Team(id=NO_WRONG_DOOR),
        ),
        topics=(HOME,),
        staff=tuple(Staff(id=who, employed_from=LONG_AGO) for who in DUTIES),
        memberships=tuple(
            Membership(staff=who, team=team, duty=duty, start=LONG_AGO)
            for who, (team, duty) in DUTIES.items()
        ),
        people=tuple(
            Person(id=who, team=LEAVING_CARE, came_in_at=LONG_AGO, told_at=LONG_AGO)
            for who in (AMINA, TYLER)
        ),
        relations=RELATIONS,
        windows=(
            Window(id=number(300), cls="WordsBatch", purpose="counting", start=LONG_AGO),
            Window(id=number(301), cls="EthicsApproval", start=LONG_AGO),
        ),
    )


def said(id_: int, person: UUID, reach: str, cls: str = "Entry", on: int | None = None) -> Record:
    return Record(
        id=number(id_),
        cls=cls,
        person=person,
        author=person,
        held_by=LEAVING_CARE,
        reach=reach,
        made_at=at(days=3),
        hangs_on=number(on) if on else None,
    )


def small() -> World:
    """Amina keeps one entry to herself and says another to her adviser; Tyler says one too."""
    records = (
        said(1000, AMINA, "only_me"),
        said(1001, AMINA, "my_adviser"),
        said(1002, TYLER, "my_team"),
        said(1010, AMINA, "my_team", "Reply", on=1000),
        said(1011, AMINA, "my_team", "Reply", on=1001),
        said(1012, TYLER, "my_team", "Reply", on=1002),
    )
    return replace(people(), records=records)


JO_ASKS = Asker(kind="staff", who=JO)
EVERYBODY = (
    *(Asker(kind="staff", who=who) for who in DUTIES),
    *(Asker(kind="care_leaver", who=who) for who in (AMINA, TYLER)),
    Asker(kind="care_leaver", who=AMINA, known_since=at(days=2)),
    Asker(kind="preview", who=HOUSING, person=AMINA),
    Asker(kind="preview", who=NO_WRONG_DOOR, person=AMINA),
    Asker(kind="counting"),
    Asker(kind="coding", who=number(300)),
    Asker(kind="research", who=number(301)),
    Asker(kind="hand_over", who=AMINA),
    Asker(kind="housekeeping", name="retention"),
    Asker(kind="nobody"),
)
