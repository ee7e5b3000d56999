"""What stands on a page, as somebody reads it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from portal.accounts.models import CareLeaver
from portal.db import now, session
from portal.hours import local, working_days_after
from portal.voice.models import Entry, Waiting
from tests.client import Client


def here(person: CareLeaver, more: str = "") -> str:
    return f"/people/{person.id}/{more}"


def words_of(laptop: Client, address: str, where: str = "main") -> str:
    found = laptop.page(address).select(where)
    return " ".join(" ".join(one.get_text(" ") for one in found).split())


def asks_for_an_answer(entry: Entry, **more: Any) -> Waiting:
    """A row as the portal makes it when somebody asks for an answer."""
    known: dict[str, Any] = {"due_on": working_days_after(local(now()).date(), 1)}
    about = {"care_leaver_id": entry.care_leaver_id, "author_id": entry.author_id}
    waiting = Waiting(
        id=uuid4(),
        held_by_id=entry.held_by_id,
        reach="my_team",
        answers_to=entry.id,
        **(about | known | more),
    )
    session.add(waiting)
    session.flush()
    return waiting
