"""What a row becomes in the tables: a record, a new version of one, or a row that waits."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from portal.db import now
from portal.records.arrivals import Arriving
from portal.records.here import Destination, Kept


def as_record(to: Destination, row: Arriving) -> dict[str, Any]:
    """A record of this source: held by its team, and released to nobody by coming in."""
    return {
        "id": uuid4(),
        "care_leaver_id": row.person,
        "held_by_id": to.team_id,
        "reach": to.reach,
        "made_at": now(),
        "source_id": to.source_id,
        "foreign_id": row.read.foreign_id,
        "kind": row.read.kind,
        **_said(to, row),
    }


def as_new_version(to: Destination, here: Kept, row: Arriving) -> dict[str, Any]:
    """The same record. How far it goes is the care leaver's to say by now, and stays."""
    return {"id": here.id, "version": here.version + 1, **_said(to, row)}


def as_waiting(to: Destination, row: Arriving) -> dict[str, Any]:
    return {
        "source_id": to.source_id,
        "foreign_id": row.read.foreign_id,
        "person_reference": row.read.person,
        "row": row.read.as_json(),
        "digest": row.digest,
    }


def _said(to: Destination, row: Arriving) -> dict[str, Any]:
    read = row.read
    return {
        "happened_on": read.happened_on,
        "type": read.type,
        "title": read.title,
        "text": read.text,
        "author_name": read.author,
        "topic_id": to.topics.get(read.topic.casefold()),
        "details": dict(read.details),
        "digest": row.digest,
    }
