"""Counts tries against guessing, by keyed hashes: no name and no address is kept.

A try counts before it is looked at, and is forgotten when it was right. A browser in which
somebody came in before is counted by itself, so that others who guess lock nobody out of it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from portal.accounts.doors import Attempt
from portal.accounts.sealing import keyed_hash
from portal.config import current
from portal.db import now, session
from portal.errors import TooMany

WITHIN = timedelta(minutes=15)
KEPT = timedelta(days=1)


def key(*what: str) -> str:
    return keyed_hash(current().secret_key, "attempt", *what)


def count(against: str, most: int) -> Attempt:
    """Raises TooMany when there were as many within the last quarter of an hour."""
    since = now() - WITHIN
    tries, first = session.execute(
        select(func.count(), func.min(Attempt.tried_at)).where(
            Attempt.against == against, Attempt.tried_at > since
        )
    ).one()
    if tries >= most:
        raise TooMany(max(1, round((first - since).total_seconds())))
    return _add(against)


def count_waiting(against: str, waits: tuple[int, ...]) -> datetime | None:
    """Count a try, or say until when to wait: longer after each of the last day."""
    tries, last = session.execute(
        select(func.count(), func.max(Attempt.tried_at)).where(
            Attempt.against == against, Attempt.tried_at > now() - KEPT
        )
    ).one()
    if tries:
        until: datetime = last + timedelta(minutes=waits[min(tries, len(waits)) - 1])
        if until > now():
            return until
    _add(against)
    return None


def forget(*against: str) -> None:
    session.execute(delete(Attempt).where(Attempt.against.in_(against)))


def take_back(attempt: Attempt) -> None:
    """It was right after all; the others from there still count."""
    session.execute(delete(Attempt).where(Attempt.id == attempt.id))


def forget_old() -> None:
    session.execute(delete(Attempt).where(Attempt.tried_at <= now() - KEPT))


def _add(against: str) -> Attempt:
    attempt = Attempt(against=against)
    session.add(attempt)
    session.flush()
    return attempt
