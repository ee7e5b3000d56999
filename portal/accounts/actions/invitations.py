"""Links that let somebody in: once, and within 72 hours."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update

from portal.accounts.doors import Invitation
from portal.accounts.models import CareLeaver
from portal.accounts.sealing import hashed
from portal.accounts.viewers import Holder
from portal.db import clock, now, session
from portal.errors import NotAllowed

LASTS = timedelta(hours=72)


class LinkIsOver(Exception):
    """Wrong, used, ended or too old: nobody is told which."""


@dataclass(frozen=True)
class Made:
    """`token` is shown on one page, once."""

    token: str
    invitation: Invitation


def make(
    care_leaver_id: UUID, *, by_staff: UUID | None = None, by_phone: UUID | None = None
) -> Made:
    """The links before this one open nothing any more."""
    session.get_one(CareLeaver, care_leaver_id)
    end_all(care_leaver_id)
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        care_leaver_id=care_leaver_id,
        token_hash=hashed(token),
        made_by_id=by_staff,
        made_by_phone_id=by_phone,
        expires_at=now() + LASTS,
    )
    session.add(invitation)
    session.flush()
    # Whoever may invite may see the invitation: the rule knows who that is.
    if session.scalar(select(Invitation.id).where(Invitation.id == invitation.id)) is None:
        raise NotAllowed
    return Made(token, invitation)


def end_all(care_leaver_id: UUID) -> None:
    session.execute(
        update(Invitation)
        .where(
            Invitation.care_leaver_id == care_leaver_id,
            Invitation.used_at.is_(None),
            Invitation.ended_at.is_(None),
        )
        .values(ended_at=now())
    )


def holder(token: str) -> Holder:
    """Whoever holds this link."""
    return Holder(now=clock(), token_hash=hashed(token))


def held(token: str) -> tuple[Invitation, CareLeaver]:
    """Asked as its holder. Raises LinkIsOver."""
    found = session.execute(
        select(Invitation, CareLeaver)
        .join(CareLeaver, CareLeaver.id == Invitation.care_leaver_id)
        .where(
            Invitation.token_hash == hashed(token),
            Invitation.used_at.is_(None),
            Invitation.ended_at.is_(None),
            Invitation.expires_at > now(),
        )
    ).first()
    if found is None:
        raise LinkIsOver
    return found.Invitation, found.CareLeaver


def use(token: str) -> tuple[Invitation, CareLeaver]:
    """As `held`, and it never works again, also when it comes twice at the same instant."""
    invitation, person = held(token)
    used = session.execute(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used_at.is_(None))
        .values(used_at=now())
        .execution_options(synchronize_session=False)
    )
    if used.rowcount != 1:  # type: ignore[attr-defined]
        raise LinkIsOver
    return invitation, person
