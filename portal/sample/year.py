"""One year of one care leaver: what they say, what is answered, what the case systems note.

A matter, such as damp or an exam, is told from both sides on the same days; between the matters
stand sayings and notes of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from portal import hours
from portal.sample import sayings
from portal.sample.cast import AMINA, TYLER
from portal.sample.days import some_day, some_time, some_working_day, working_day_by
from portal.sample.how import How
from portal.sample.library import book, notes
from portal.sample.people import Person, chance_of
from portal.sample.said import Said
from portal.sample.teller import Teller

Note = tuple[str, str, str, str]
OF_THE_CAST = {
    AMINA.at: {
        "first tenancy": 330,
        "doctor": 221,
        "esol exam": 150,
        "visit moved": 75,
        "solicitor": 47,
        "damp": 12,
        "weekends": 1,
    },
    TYLER.at: {
        "results": 300,
        "rent letter": 210,
        "apprenticeship": 120,
        "brother": 60,
        "boiler": 12,
        "neighbour": 1,
    },
}


@dataclass(frozen=True)
class Noted:
    """One note of a case system."""

    system: str
    on: date
    topic: str
    type: str
    title: str
    text: str


@dataclass
class Year:
    said: list[Said] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)


def year_of(seed: int, person: Person, pa: str, until: date, notes_wanted: int) -> Year:
    chance = chance_of(seed, "year", person.number)
    slots = {**person.slots, "pa": pa, "name": person.first_name}
    teller = Teller(person, slots, until, chance)
    year = Year()
    if person.has_come_in:
        _tell_matters(year, teller)
        _tell_the_rest(year, teller)
    year.noted = year.noted[:notes_wanted]
    year.noted += _notes_by_themselves(teller, notes_wanted - len(year.noted))
    return year


def _tell_matters(year: Year, teller: Teller) -> None:
    for matter, start in _matters(teller):
        for step in matter["steps"]:
            day = start + timedelta(days=step["after"])
            if "records" in step and "reply" not in step:
                # Staff were there on that day, and so it was a working one.
                day = working_day_by(day)
            if day <= teller.until:
                _take_step(year, teller, matter["topic"], step, day)


def _matters(teller: Teller) -> Iterator[tuple[dict[str, Any], date]]:
    matters, person, chance = book("matters"), teller.person, teller.chance
    if person.is_cast:
        for name, ago in OF_THE_CAST[person.at].items():
            yield matters[name], teller.until - timedelta(days=ago)
        return
    spoken = person.language
    fitting = [kept for kept in matters.values() if spoken in kept.get("only", spoken)]
    for matter in chance.sample(fitting, chance.choice((1, 2, 2, 3))):
        yield matter, some_day(chance, teller.until)


def _take_step(year: Year, teller: Teller, topic: str, step: dict[str, Any], day: date) -> None:
    noted_on, said = day, None
    if told := step.get("say"):
        said = sayings.of_a_matter(teller, some_time(teller.chance, day), topic, told, step)
        year.said.append(said)
    if said and "reply" in step:
        # Staff note what they heard of: on the day they answered, or not yet.
        noted_on = hours.local(said.answer.at).date() if said.answer else date.max
    if noted_on <= teller.until:
        year.noted += _noted(teller, noted_on, topic, step)


def _noted(teller: Teller, day: date, topic: str, told: dict[str, Any]) -> Iterator[Noted]:
    for system, kind, title, text in told.get("records", ()):
        yield Noted(system, day, topic, kind, teller.say(title), teller.say(text))


def _tell_the_rest(year: Year, teller: Teller) -> None:
    """What is said beside the matters; of the cast, what is written out for them."""
    chance, person = teller.chance, teller.person
    if not person.is_cast:
        for _ in range(chance.randrange(3, 12)):
            day = some_day(chance, teller.until)
            year.said.append(sayings.by_itself(teller, some_time(chance, day)))
    for told in book("cast").get(person.at, ()):
        day = teller.until - timedelta(days=told["ago"])
        if told["how"] == How.WRITTEN_DOWN:
            day = working_day_by(day)
        year.said.append(sayings.of_the_cast(teller, some_time(chance, day), told))
        year.noted += _noted(teller, day, told["topic"], told)


def _notes_by_themselves(teller: Teller, wanted: int) -> Iterator[Noted]:
    chance, systems = teller.chance, book("notes")["systems"]
    names, shares = list(systems), [kept["share"] for kept in systems.values()]
    for _ in range(wanted):
        system = chance.choices(names, shares)[0]
        topic, kind, title, text = chance.choice(_fitting(notes(system), teller.person))
        day = some_working_day(chance, teller.until)
        yield Noted(system, day, topic, kind, teller.say(title), teller.say(text))


def _fitting(every: Sequence[Note], person: Person) -> Sequence[Note]:
    """The homes of the cast are told of in their matters, and nothing may contradict that."""
    return [note for note in every if note[0] != "home"] if person.is_cast else every
