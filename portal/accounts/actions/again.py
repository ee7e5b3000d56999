"""Somebody came in again through a manager: confirmed in person, then agreed to or opposed."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from portal.accounts.actions import invitations, phones
from portal.accounts.doors import UNOPPOSED, ComingInAgain, Invitation, Phone, PhoneUse
from portal.accounts.models import CareLeaver
from portal.accounts.viewers import CareLeaverViewer, Housekeeping
from portal.db import acting_as, clock, now, session
from portal.errors import Conflict, NotAllowed

NOT_YET = "This opens in seven days, or when you say yes on another of your phones."


def confirm(coming_in_again_id: UUID, manager_id: UUID) -> None:
    """A manager who did not invite has seen them."""
    asked = session.get_one(ComingInAgain, coming_in_again_id)
    invitation = session.get_one(Invitation, asked.invitation_id)
    if invitation.made_by_id == manager_id:
        raise NotAllowed("You made the link. Another manager must see them.")
    if asked.confirmed_at is not None or invitation.ended_at is not None:
        raise Conflict("This was confirmed, or a newer link was made, in the meantime.")
    asked.confirmed_by_id, asked.confirmed_at = manager_id, now()
    session.flush()


def agree(coming_in_again_id: UUID, phone_id: UUID) -> None:
    """Their own words on a remembered phone: that was me."""
    asked, person = _open(coming_in_again_id, phone_id)
    asked.agreed_at = now()
    lift(person)


def oppose(coming_in_again_id: UUID, phone_id: UUID) -> None:
    """That was somebody else: whatever they came in on ends at once."""
    asked, person = _open(coming_in_again_id, phone_id)
    asked.opposed_at, person.known_since = now(), None
    invitations.end_all(person.id)
    for use in _with_own_pin(person.id):
        use.pin_hash = None
        phones.strike_off(use.phone_id)
    session.flush()


def lift(person: CareLeaver) -> None:
    """They are taken for themselves: everything opens, by the newer PIN."""
    person.known_since = None
    for use in _with_own_pin(person.id):
        person.pin_hash, use.pin_hash = use.pin_hash, None
    session.flush()


def lift_unopposed() -> None:
    """Seven days have passed, and nobody said that it was somebody else."""
    with acting_as(Housekeeping(now=clock(), name="coming in"), writes=True):
        since = now() - UNOPPOSED
        for person in session.scalars(
            select(CareLeaver).where(CareLeaver.known_since <= since).order_by(CareLeaver.id)
        ).all():
            lift(person)


def needs_agreed(phone_id: UUID) -> None:
    """Raises NotAllowed on a phone that came in again and is not yet agreed to."""
    if is_waiting(phone_id):
        raise NotAllowed(NOT_YET)


def is_waiting(phone_id: UUID) -> bool:
    use = session.get_one(PhoneUse, phone_id)
    return use.pin_hash is not None and _is_shut()


def _is_shut() -> bool:
    viewer = session.info["viewer"]
    return isinstance(viewer, CareLeaverViewer) and viewer.known_since is not None


def _open(coming_in_again_id: UUID, phone_id: UUID) -> tuple[ComingInAgain, CareLeaver]:
    needs_agreed(phone_id)
    asked = session.get_one(ComingInAgain, coming_in_again_id)
    if asked.agreed_at is not None or asked.opposed_at is not None:
        raise Conflict("This was answered already.")
    return asked, session.get_one(CareLeaver, asked.care_leaver_id)


def _with_own_pin(care_leaver_id: UUID) -> list[PhoneUse]:
    asked = (
        select(PhoneUse)
        .join(Phone, Phone.id == PhoneUse.phone_id)
        .where(
            PhoneUse.care_leaver_id == care_leaver_id,
            PhoneUse.pin_hash.is_not(None),
            Phone.ended_at.is_(None),
        )
    )
    return list(session.scalars(asked.order_by(PhoneUse.added_at, PhoneUse.phone_id)))
