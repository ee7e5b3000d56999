"""Administrators keep the topics: added, renamed, put in order, retired and brought back."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select

from portal.accounts.models import Topic
from portal.accounts.queries import topics
from portal.db import now, session
from portal.errors import Conflict

TAKEN = "There is a topic of this name."
LAST = "Keep at least one topic."


def add(key: UUID, name: str) -> None:
    """At the end of the list. `key` is the form's: sent twice, it makes one."""
    if session.get(Topic, key) is not None:
        return
    _check_free(name)
    position = session.scalar(select(func.max(Topic.position))) or 0
    session.add(Topic(id=key, name=name, position=position + 1))
    session.flush()


def rename(topic_id: UUID, name: str) -> None:
    """What was chosen about it stays chosen: it is the same topic in other words."""
    topic = session.get_one(Topic, topic_id)
    _check_free(name, but=topic.id)
    topic.name = name
    session.flush()


def retire(topic_id: UUID) -> None:
    """Nobody is offered it any more. What was said about it keeps it."""
    topic = session.get_one(Topic, topic_id)
    if [each.id for each in topics.offered()] == [topic.id]:
        raise Conflict(LAST)
    topic.retired_at = topic.retired_at or now()
    session.flush()


def bring_back(topic_id: UUID) -> None:
    session.get_one(Topic, topic_id).retired_at = None
    session.flush()


def move_up(topic_id: UUID) -> None:
    """Before the one above it. The first stays where it is."""
    order = list(topics.offered())
    at = [topic.id for topic in order].index(session.get_one(Topic, topic_id).id)
    if at:
        order[at - 1], order[at] = order[at], order[at - 1]
    for position, topic in enumerate(order, start=1):
        topic.position = position
    session.flush()


def _check_free(name: str, but: UUID | None = None) -> None:
    same = select(Topic.id).where(func.lower(Topic.name) == name.lower(), Topic.id != but)
    if session.scalar(same) is not None:
        raise Conflict(TAKEN)
