"""Who is signed in: read once a request from the sign-in that the cookie names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from flask import Response, g, request
from flask import session as cookie
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from portal.accounts.doors import PHONE_LONGEST, STAFF_IDLE, UNOPPOSED, Phone, SignIn
from portal.accounts.models import CareLeaver, Duty, Membership, Role, Staff
from portal.accounts.sealing import hashed
from portal.accounts.viewers import CareLeaverViewer, Holder, Nobody, StaffViewer
from portal.db import Viewer, acting_as, clock

COOKIE = "sign_in"
NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """Somebody who is signed in. `needs_pin`: their phone was out of sight, and shows nothing."""

    sign_in_id: UUID
    account_id: UUID
    role: Role
    name: str
    viewer: Viewer
    active_at: datetime
    duties: frozenset[Duty] = frozenset()
    phone_id: UUID | None = None
    lock_after_minutes: int = 10
    needs_pin: bool = False


def me() -> SignedIn | None:
    """Whoever is signed in and may go on."""
    signed_in: SignedIn | None = g.get("signed_in")
    return signed_in


def somebody() -> SignedIn:
    """Whoever is signed in, behind a guard that has made sure of it."""
    signed_in = me()
    assert signed_in is not None
    return signed_in


def identify() -> Viewer:
    """Find out who asks, for the whole of this request."""
    at, secret = clock(), cookie.get(COOKIE)
    g.signed_in = _find(hashed(secret), at) if secret else None
    if g.signed_in is None or g.signed_in.needs_pin:
        return Nobody(now=at)
    viewer: Viewer = g.signed_in.viewer
    return viewer


def _find(secret_hash: str, at: datetime) -> SignedIn | None:
    with acting_as(Holder(now=at, token_hash=secret_hash)) as asking:
        sign_in = asking.scalar(
            select(SignIn).where(SignIn.secret_hash == secret_hash, SignIn.ended_at.is_(None))
        )
        if sign_in is None:
            return None
        if sign_in.staff_id is not None:
            return _staff(asking, sign_in, at)
        return _care_leaver(asking, sign_in, at)


def _staff(asking: Session, sign_in: SignIn, at: datetime) -> SignedIn | None:
    staff = asking.get_one(Staff, sign_in.staff_id)
    gone = staff.employed_until is not None and staff.employed_until <= at
    if gone or at - sign_in.active_at >= STAFF_IDLE:
        return None
    duties = asking.scalars(
        select(Membership.duty).where(
            Membership.staff_id == staff.id,
            Membership.start_at <= at,
            (Membership.end_at.is_(None)) | (Membership.end_at > at),
        )
    )
    return SignedIn(
        sign_in_id=sign_in.id,
        account_id=staff.id,
        role=Role.STAFF,
        name=staff.name,
        viewer=StaffViewer(now=at, staff_id=staff.id),
        active_at=sign_in.active_at,
        duties=frozenset(duties),
    )


def _care_leaver(asking: Session, sign_in: SignIn, at: datetime) -> SignedIn | None:
    found = asking.execute(
        select(Phone, CareLeaver)
        .join(CareLeaver, CareLeaver.id == Phone.care_leaver_id)
        .where(Phone.id == sign_in.phone_id)
    ).first()
    if found is None or not _still_open(found.Phone, sign_in, at):
        return None
    person = found.CareLeaver
    known_since = person.known_since
    if known_since is not None and at - known_since >= UNOPPOSED:
        known_since = None
    out_of_sight = at - sign_in.active_at >= timedelta(minutes=person.lock_after_minutes)
    return SignedIn(
        sign_in_id=sign_in.id,
        account_id=person.id,
        role=Role.CARE_LEAVER,
        name=person.name,
        viewer=CareLeaverViewer(now=at, care_leaver_id=person.id, known_since=known_since),
        active_at=sign_in.active_at,
        phone_id=sign_in.phone_id,
        lock_after_minutes=person.lock_after_minutes,
        needs_pin=out_of_sight or sign_in.pin_asked_since is not None,
    )


def _still_open(phone: Phone, sign_in: SignIn, at: datetime) -> bool:
    too_long = at - sign_in.started_at >= PHONE_LONGEST
    return phone.ended_at is None and phone.remembered_until > at and not too_long


def note_activity(response: Response) -> Response:
    """Somebody was here: once a minute is enough. What a page does by itself is not activity."""
    signed_in, at = me(), clock()
    by_itself = request.headers.get("X-By-Itself") or response.status_code >= 500
    if signed_in is None or signed_in.needs_pin or by_itself:
        return response
    if at - signed_in.active_at >= NOTED_EVERY:
        with acting_as(Nobody(now=at), writes=True) as asking:
            asking.execute(
                update(SignIn).where(SignIn.id == signed_in.sign_in_id).values(active_at=at)
            )
    return response
