"""People with much and with little behind them, for measuring their page."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy import insert

from portal.accounts.models import CareLeaver, Team, Topic
from portal.consent.models import Choice
from portal.db import now, session
from portal.records.models import CaseRecord, Source
from portal.voice.models import Entry
from tests.cast import Town
from tests.makers import a_care_leaver, an_allocation, an_involvement

AT_ONCE = 5000
WORDS = "The damp on the wall by my bed is back, and I do not sleep well there. "


def with_records(town: Town, name: str, number: int) -> CareLeaver:
    """Somebody of Jo's with so many records behind them, one in five of them their own words."""
    person = a_care_leaver(name, "Bench", town.teams.leaving_care)
    an_allocation(of=person, to=town.jo, confirmed_by=town.priya)
    fill(person, _lcs(town.teams.leaving_care), number, reach="my_team")
    return person


def jos_many(town: Town, people: int, each: int) -> list[CareLeaver]:
    return [with_records(town, f"Of Jo's {number}", each) for number in range(people)]


def harriets_many(town: Town, people: int, each: int) -> list[CareLeaver]:
    """Each has said yes to housing about all ten topics."""
    source, found = _lcs(town.teams.leaving_care), []
    for number in range(people):
        person = a_care_leaver(f"Of Harriet's {number}", "Bench", town.teams.leaving_care)
        an_involvement(person, town.harriet, town.teams.housing, confirmed_by=town.priya)
        for topic in town.topics:
            session.add(_yes(person, town.teams.housing, topic))
        fill(person, source, each, reach="chosen", topics=town.topics)
        found.append(person)
    return found


def fill(
    person: CareLeaver,
    source: Source,
    number: int,
    reach: str,
    topics: tuple[Topic, ...] = (),
) -> None:
    for first in range(0, number, AT_ONCE):
        some = range(first, min(first + AT_ONCE, number))
        common = [_common(person, reach, n, topics) for n in some]
        said = [row | _entry(person) for n, row in zip(some, common, strict=True) if n % 5 == 0]
        noted = [row | _note(source, n) for n, row in zip(some, common, strict=True) if n % 5]
        session.execute(insert(Entry), said)
        session.execute(insert(CaseRecord), noted)


def _common(
    person: CareLeaver, reach: str, number: int, topics: tuple[Topic, ...]
) -> dict[str, object]:
    return {
        "id": uuid4(),
        "care_leaver_id": person.id,
        "held_by_id": person.team_id,
        "reach": reach,
        "topic_id": topics[number % len(topics)].id if topics else None,
        "made_at": now() - timedelta(minutes=7 * number),
    }


def _entry(person: CareLeaver) -> dict[str, object]:
    return {"author_id": person.id, "words": WORDS * 3, "form_key": uuid4().hex}


def _note(source: Source, number: int) -> dict[str, object]:
    day = date(2026, 11, 1) - timedelta(days=number // 12)
    said = {"title": "Visit", "text": WORDS * 4, "author_name": "J. Marsh", "digest": ""}
    about = {"source_id": source.id, "foreign_id": uuid4().hex, "kind": "case_note"}
    return about | said | {"happened_on": day}


def _lcs(team: Team) -> Source:
    source = Source(name=f"LCS {uuid4().hex[:8]}", team_id=team.id)
    session.add(source)
    session.flush()
    return source


def _yes(person: CareLeaver, team: Team, topic: Topic) -> Choice:
    return Choice(care_leaver_id=person.id, team_id=team.id, topic_id=topic.id, is_yes=True)


def address_of(person: CareLeaver) -> str:
    return f"/people/{person.id}/"
