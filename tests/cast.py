"""Who is who in the tests: two care leavers, and those of Westmoor who work with them."""

from __future__ import annotations

from dataclasses import dataclass, fields

from portal.accounts.models import CareLeaver, Duty, Staff, Team, TeamKind, Topic
from tests.makers import (
    a_care_leaver,
    a_member_of_staff,
    a_team,
    a_topic,
    an_allocation,
    an_involvement,
)

TOPICS = (
    "people who support me",
    "learning",
    "work",
    "home",
    "family and friends",
    "looking after myself",
    "money",
    "health",
    "who I am",
    "if things go wrong",
)


@dataclass(frozen=True)
class Teams:
    leaving_care: Team
    housing: Team
    no_wrong_door: Team
    virtual_school: Team
    data: Team


@dataclass(frozen=True)
class Town:
    teams: Teams
    topics: tuple[Topic, ...]
    amina: CareLeaver
    tyler: CareLeaver
    jo: Staff
    sam: Staff
    priya: Staff
    harriet: Staff
    nadia: Staff
    vera: Staff
    dev: Staff
    rae: Staff
    fay: Staff
    ada: Staff


NAMES = tuple(field.name for field in fields(Town))


def settle() -> Town:
    """Make everybody, in the open session."""
    teams = _teams()
    care, data = teams.leaving_care, teams.data
    priya = a_member_of_staff("Priya Nair", "Leaving care manager", care, Duty.MANAGER)
    town = Town(
        teams=teams,
        topics=tuple(a_topic(name, at) for at, name in enumerate(TOPICS)),
        amina=a_care_leaver("Amina", "Yusuf", care),
        tyler=a_care_leaver("Tyler", "Brook", care),
        jo=a_member_of_staff("Jo Marsh", "Personal adviser", care, Duty.ADVISER),
        sam=a_member_of_staff("Sam Okafor", "Personal adviser", care, Duty.ADVISER),
        priya=priya,
        harriet=_practitioner("Harriet Lane", "Housing officer", teams.housing),
        nadia=_practitioner("Nadia Khan", "Support practitioner", teams.no_wrong_door),
        vera=_practitioner("Vera Stone", "Learning mentor", teams.virtual_school),
        dev=a_member_of_staff("Dev Patel", "Analyst", data, Duty.ANALYST, Duty.IMPORTER),
        rae=a_member_of_staff("Rae Quinn", "Researcher", data, Duty.RESEARCHER),
        fay=a_member_of_staff("Fay Moss", "Facilitator", care, Duty.FACILITATOR),
        ada=a_member_of_staff("Ada Frost", "Administrator", data, Duty.ADMINISTRATOR),
    )
    an_allocation(of=town.amina, to=town.jo, confirmed_by=priya)
    an_allocation(of=town.tyler, to=town.sam, confirmed_by=priya)
    an_involvement(town.amina, town.harriet, teams.housing, confirmed_by=priya)
    return town


def _teams() -> Teams:
    return Teams(
        leaving_care=a_team("Leaving care", TeamKind.LEAVING_CARE),
        housing=a_team("Housing"),
        no_wrong_door=a_team("No Wrong Door"),
        virtual_school=a_team("Virtual school"),
        data=a_team("Data and intelligence"),
    )


def _practitioner(name: str, job: str, team: Team) -> Staff:
    return a_member_of_staff(name, job, team, Duty.PRACTITIONER)
