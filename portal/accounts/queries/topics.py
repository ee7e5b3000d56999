"""Topics, in the order in which people are offered them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import Topic
from portal.db import session


def one(topic_id: UUID) -> Topic:
    return session.get_one(Topic, topic_id)


def offered() -> Sequence[Topic]:
    return session.scalars(
        select(Topic).where(Topic.retired_at.is_(None)).order_by(Topic.position, Topic.id)
    ).all()


def retired() -> Sequence[Topic]:
    return session.scalars(
        select(Topic).where(Topic.retired_at.is_not(None)).order_by(Topic.name, Topic.id)
    ).all()
