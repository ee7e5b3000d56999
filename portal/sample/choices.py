"""What the care leavers chose: yes or not now, to a team about a topic and to each purpose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random
from uuid import UUID

from portal.consent import lasting
from portal.consent.models import Choice, Purpose
from portal.db import Base
from portal.sample.cast import AMINA, TYLER
from portal.sample.choosing import receipts_of
from portal.sample.days import YEAR, at, in_the_office, some_day
from portal.sample.people import Person, chance_of
from portal.sample.staffing import Staffing

ASKED_ABOUT = {
    "housing": ("home", "money"),
    "nwd": ("people who support me", "looking after myself", "family and friends", "health"),
    "vs": ("learning", "work", "money"),
}
OF_TYLER = (("housing", "home"), ("housing", "money"))
YES, NOT_NOW, CHANGES_THEIR_MIND = 0.45, 0.1, 0.08
MONTHS = 12
PURPOSES = {
    Purpose.COUNTING: (False, 0.05),
    Purpose.QUOTING: (True, 0.15),
    Purpose.RESEARCH: (True, 0.2),
}


def choices_of(made: Staffing, person: Person) -> Iterator[Base]:
    """Oldest first, since the latest counts, each with its receipt. Amina has said yes to no team
    so far."""
    if not person.has_come_in or person.at == AMINA.at:
        return
    chance = chance_of(made.seed, "choices", person.number)
    said = list(_to_teams(made, person, chance)) + list(_to_purposes(made, person, chance))
    said.sort(key=_when)
    yield from receipts_of(_names(made), said)


def _names(made: Staffing) -> dict[UUID, str]:
    teams = {team.id: team.name for team in made.teams.values()}
    return teams | {id_: name for name, id_ in made.topics.items()}


def _when(choice: Choice) -> datetime:
    return choice.made_at


def _to_teams(made: Staffing, person: Person, chance: Random) -> Iterator[Choice]:
    for team, topics in ASKED_ABOUT.items():
        for topic in topics:
            answer = chance.random()
            if person.at == TYLER.at:
                answer = 0 if (team, topic) in OF_TYLER else 1
            if answer < YES + NOT_NOW:
                when = in_the_office(chance, some_day(chance, made.until, within=YEAR - 30))
                to = (made, person, team, topic)
                yield _choice(*to, when=when, is_yes=answer < YES)
                if chance.random() < CHANGES_THEIR_MIND and not person.is_cast:
                    later = at(made.until, 8)
                    yield _choice(*to, when=max(when, later), is_yes=answer >= YES)


def _choice(
    made: Staffing,
    person: Person,
    team: str,
    topic: str,
    *,
    when: datetime,
    is_yes: bool,
) -> Choice:
    return Choice(
        care_leaver_id=person.id,
        team_id=made.teams[team].id,
        topic_id=made.topics[topic],
        is_yes=is_yes,
        start_at=when,
        end_at=lasting.in_months(when, MONTHS) if is_yes else None,
        made_at=when,
    )


def _to_purposes(made: Staffing, person: Person, chance: Random) -> Iterator[Choice]:
    for purpose, (is_yes, share) in PURPOSES.items():
        if chance.random() < share:
            when = in_the_office(chance, some_day(chance, made.until))
            yield Choice(
                care_leaver_id=person.id,
                purpose=purpose,
                is_yes=is_yes,
                start_at=when,
                end_at=lasting.in_months(when, MONTHS) if is_yes else None,
                made_at=when,
            )
