"""Lets go of everything that somebody chose and of every look at them. That it was done stays."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import delete

from portal.accounts.about import RelatesToCareLeaver
from portal.consent.looks import name_of_chain
from portal.consent.models import (
    Agreement,
    Choice,
    Erasure,
    Look,
    NamedAdult,
    Receipt,
    WaitingChoice,
)
from portal.db import session
from portal.errors import NotAllowed

# Whatever points at another stands before it.
HISTORY: tuple[type[RelatesToCareLeaver], ...] = (
    Agreement,
    WaitingChoice,
    Choice,
    Receipt,
    NamedAdult,
)


def erase_history(
    care_leaver_id: UUID, *, legal_basis: str, asked_by_id: UUID, done_by_id: UUID
) -> Erasure:
    """For the portal's own work by the name "erasure". Two people, and a basis in law."""
    if asked_by_id == done_by_id or not legal_basis.strip():
        raise NotAllowed("Erasing takes two people and a reason in law.")
    erasure = Erasure(
        whose=name_of_chain(care_leaver_id),
        legal_basis=legal_basis.strip(),
        asked_by_id=asked_by_id,
        done_by_id=done_by_id,
        open_for=care_leaver_id,
    )
    session.add(erasure)
    session.flush()
    for kept in HISTORY:
        session.execute(_let_go(kept, care_leaver_id))
    # The hashes tell a chain that was erased from a tail that was cut, and nothing else.
    gone = _let_go(Look, care_leaver_id).returning(Look.number, Look.looked_at, Look.hash)
    looks = sorted(session.execute(gone), key=lambda look: look.number)
    erasure.looks = [[look.looked_at.timestamp(), look.hash] for look in looks]
    erasure.open_for = None
    session.flush()
    return erasure


def _let_go(kept: Any, care_leaver_id: UUID) -> Any:
    return delete(kept).where(kept.care_leaver_id == care_leaver_id)
