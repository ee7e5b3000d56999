"""The teams of the sample council, its topics and locks, and everybody who works there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from portal.accounts.models import Account, Duty, Membership, Role, Staff, Team, TeamKind, Topic
from portal.consent.models import LockedCell
from portal.db import Base
from portal.records.models import Source
from portal.sample import cast
from portal.sample.days import YEAR, at
from portal.sample.library import book
from portal.sample.people import chance_of, random_id

PEOPLE_OF_A_PA = 23
PAS_OF_A_MANAGER = 14
LEAST_PAS = 4  # two of the cast, one who is away, and one who covers
PRACTITIONERS = {"housing": 4, "nwd": 4, "vs": 3}
JOBS = {
    Duty.ADVISER: "Personal adviser",
    Duty.MANAGER: "Manager",
    Duty.PRACTITIONER: "Practitioner",
    Duty.ANALYST: "Data analyst",
    Duty.RESEARCHER: "Researcher",
    Duty.FACILITATOR: "Facilitator",
    Duty.ADMINISTRATOR: "Administrator",
}


@dataclass
class Staffing:
    """Who works here, and in which teams. What `rows` holds is in an order to write it in."""

    seed: int
    until: date
    rows: list[Base] = field(default_factory=list)
    teams: dict[str, Team] = field(default_factory=dict)
    topics: dict[str, UUID] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    by_duty: dict[tuple[str, Duty], list[Staff]] = field(default_factory=dict)

    @property
    def leaving_care(self) -> UUID:
        return self.teams["leaving care"].id

    @property
    def pas(self) -> list[Staff]:
        return self.by_duty["leaving care", Duty.ADVISER]

    @property
    def managers(self) -> list[Staff]:
        return self.by_duty["leaving care", Duty.MANAGER]

    def manager_of(self, team: str) -> Staff:
        return self.by_duty[team, Duty.MANAGER][0]

    def practitioners(self, team: str) -> list[Staff]:
        return self.by_duty[team, Duty.PRACTITIONER]


def staffing_for(seed: int, people: int, until: date) -> Staffing:
    made = Staffing(seed, until)
    _add_teams(made)
    names = _names(seed)
    for member in cast.STAFF:
        _add(made, member.id, member.name, list(member.duties), JOBS[member.duties[0][1]])
    pas = max(LEAST_PAS, -(-people // PEOPLE_OF_A_PA))
    wanted = [("leaving care", Duty.ADVISER)] * (pas - len(made.pas))
    wanted += [("leaving care", Duty.MANAGER)] * max(1, pas // PAS_OF_A_MANAGER)
    for team, number in PRACTITIONERS.items():
        wanted += [(team, Duty.MANAGER)] + [(team, Duty.PRACTITIONER)] * (number - 1)
    for number, duty in enumerate(wanted):
        staff_id = random_id(chance_of(seed, "staff", number))
        _add(made, staff_id, next(names), [duty], JOBS[duty[1]])
    made.rows += _locks(made)
    return made


def _add_teams(made: Staffing) -> None:
    council, chance = book("council"), chance_of(made.seed, "teams")
    for key, (name, does) in council["teams"].items():
        kind = TeamKind.LEAVING_CARE if key == "leaving care" else TeamKind.OTHER
        made.teams[key] = Team(id=random_id(chance), name=name, does=does, kind=kind)
    for position, name in enumerate(council["topics"], start=1):
        topic = Topic(id=random_id(chance), name=name, position=position)
        made.topics[name] = topic.id
        made.rows.append(topic)
    for key, (name, team) in council["systems"].items():
        held_by = made.teams[team].id
        made.sources[key] = Source(id=random_id(chance), name=name, team_id=held_by)
    made.rows = [*made.teams.values(), *made.rows, *made.sources.values()]


def _names(seed: int) -> Iterator[str]:
    chance, council = chance_of(seed, "staff names"), book("council")["staff"]
    every = [f"{first} {last}" for first in council["f"] + council["m"] for last in council["last"]]
    chance.shuffle(every)
    yield from every


def _add(
    made: Staffing, staff_id: UUID, name: str, duties: list[tuple[str, Duty]], job: str
) -> None:
    email = f"{name.lower().replace(' ', '.')}@dalesmoor.example"
    since = at(made.until - timedelta(days=2 * YEAR), 9)
    staff = Staff(id=staff_id, name=name, job=job, email=email, employed_from=since)
    made.rows += [Account(id=staff_id, role=Role.STAFF), staff]
    chance = chance_of(made.seed, "memberships", staff_id)
    for team, duty in duties:
        made.by_duty.setdefault((team, duty), []).append(staff)
        made.rows.append(
            Membership(
                id=random_id(chance),
                staff_id=staff_id,
                team_id=made.teams[team].id,
                duty=duty,
                start_at=since,
            )
        )


def _locks(made: Staffing) -> Iterator[LockedCell]:
    """What leaving care sees of each topic by law. One manager set it, another agreed."""
    chance = chance_of(made.seed, "locks")
    first_day = at(made.until - timedelta(days=YEAR + 30), 0)
    for topic, reason in book("council")["locks"].items():
        yield LockedCell(
            id=random_id(chance),
            team_id=made.leaving_care,
            topic_id=made.topics[topic],
            reason=reason,
            first_day_at=first_day,
            set_by_id=made.managers[0].id,
            confirmed_by_id=made.managers[1].id,
            confirmed_at=first_day,
        )
