"""Records and relations to look at: each made in the open session and flushed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar
from uuid import uuid4

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff, Team, Topic
from portal.consent.models import Choice, EmergencyAccess
from portal.db import Base, now, session
from portal.records.models import CaseRecord, RecordKind, Source
from portal.voice.models import Entry, Reply

Thing = TypeVar("Thing", bound=Base)


def said(by: CareLeaver, words: str, **more: Any) -> Entry:
    """An entry in their own voice, for their team unless told otherwise."""
    known: dict[str, Any] = {"reach": Reach.MY_TEAM, "form_key": uuid4().hex}
    about = {"care_leaver_id": by.id, "author_id": by.id, "held_by_id": by.team_id}
    return _kept(Entry(words=words, **(known | about | more)))


def answered(on: Entry, by: Staff, words: str, **more: Any) -> Reply:
    known = {"reach": on.reach, "topic_id": on.topic_id, "released_at": now()}
    hung = {"care_leaver_id": on.care_leaver_id, "held_by_id": on.held_by_id, "entry_id": on.id}
    return _kept(Reply(words=words, author_id=by.id, form_key=uuid4().hex, **(known | hung | more)))


def a_source(name: str, team: Team) -> Source:
    return _kept(Source(name=name, team_id=team.id))


def on_record(about: CareLeaver, source: Source, text: str, **more: Any) -> CaseRecord:
    """A case record, as the importer keeps it."""
    inside = source.team_id == about.team_id
    known: dict[str, Any] = {"reach": Reach.MY_TEAM if inside else Reach.CHOSEN}
    known |= {"kind": RecordKind.CASE_NOTE, "foreign_id": uuid4().hex, "digest": ""}
    where = {"care_leaver_id": about.id, "held_by_id": source.team_id, "source_id": source.id}
    return _kept(CaseRecord(text=text, **(known | where | more)))


def yes_to(team: Team, topic: Topic, by: CareLeaver) -> Choice:
    return _kept(Choice(care_leaver_id=by.id, team_id=team.id, topic_id=topic.id, is_yes=True))


def an_emergency(
    by: Staff, about: CareLeaver, held_back_until: datetime | None = None
) -> EmergencyAccess:
    return _kept(
        EmergencyAccess(
            care_leaver_id=about.id,
            staff_id=by.id,
            category="danger",
            reason="She did not come home.",
            end_at=now() + timedelta(hours=24),
            telling_held_back_until=held_back_until,
        )
    )


def _kept(thing: Thing) -> Thing:
    session.add(thing)
    session.flush()
    return thing
