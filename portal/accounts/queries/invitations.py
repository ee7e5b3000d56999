"""What an invitation opens, for whoever holds it, and how it stands, for whoever made it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from portal.accounts.actions import arriving, invitations
from portal.accounts.doors import Invitation
from portal.accounts.models import Staff
from portal.db import acting_as, session


class Stage(StrEnum):
    FIRST = "first"
    AGAIN = "again"
    WAITING = "waiting"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Held:
    """What the holder of a link is asked next. Nothing of whose it is."""

    stage: Stage
    born_on: date | None
    code: str


@dataclass(frozen=True)
class Standing:
    made_at: datetime
    made_by: str
    expires_at: datetime
    used_at: datetime | None


def held(token: str) -> Held:
    """Consumes nothing. Raises LinkIsOver."""
    with acting_as(invitations.holder(token)):
        invitation, person = invitations.held(token)
        asked = arriving.again(invitation.id)
        if person.came_in_at is None:
            stage = Stage.FIRST
        elif asked is None:
            stage = Stage.AGAIN
        else:
            stage = Stage.CONFIRMED if asked.confirmed_at else Stage.WAITING
        return Held(stage, person.born_on, code_of(asked.id) if asked else "")


def code_of(coming_in_again_id: UUID) -> str:
    """Four digits that stand on the phone and on the manager's screen, to be compared."""
    number = int.from_bytes(hashlib.sha256(coming_in_again_id.bytes).digest()[:4])
    return f"{number % 10_000:04}"


def latest(care_leaver_id: UUID) -> Standing | None:
    """How the latest link stands that still can be used, or was."""
    found = session.execute(
        select(Invitation, Staff.name)
        .outerjoin(Staff, Staff.id == Invitation.made_by_id)
        .where(Invitation.care_leaver_id == care_leaver_id, Invitation.ended_at.is_(None))
        .order_by(Invitation.made_at.desc(), Invitation.id)
        .limit(1)
    ).first()
    if found is None:
        return None
    made = found.Invitation
    return Standing(made.made_at, found.name or "", made.expires_at, made.used_at)
