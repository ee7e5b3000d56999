"""Whoever is signed in types their PIN or passphrase again before they change it.

Looking at it takes a while, and nothing may be locked meanwhile: so what is written here is written
in sessions of its own.
"""

from __future__ import annotations

from uuid import UUID

from portal.accounts.actions import attempts
from portal.accounts.hashing import matches
from portal.db import acting_as, viewer

MOST = 5


def proves(what: str, whose: UUID, kept_hash: str | None, typed: str) -> bool:
    """Each try counts as wrong before it is looked at. May raise TooMany."""
    against = attempts.key(what, str(whose))
    with acting_as(viewer(), writes=True):
        attempts.count(against, MOST)
    if not matches(kept_hash, typed):
        return False
    with acting_as(viewer(), writes=True):
        attempts.forget(against)
    return True
