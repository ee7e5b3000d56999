"""Ways in: invitations, remembered phones, sign-ins, and what is counted against guessing."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver
from portal.db import Base, RandomId, now

STAFF_IDLE = timedelta(minutes=30)
PHONE_LONGEST = timedelta(hours=12)
UNOPPOSED = timedelta(days=7)  # after which whoever came in again is taken for themselves


class Invitation(RelatesToCareLeaver, RandomId, Base):
    """A link that lets a care leaver in once, within 72 hours. Only its hash is kept."""

    __tablename__ = "invitation"

    token_hash: Mapped[str] = mapped_column(unique=True)
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    made_by_phone_id: Mapped[UUID | None] = mapped_column(ForeignKey("phone.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class Phone(RelatesToCareLeaver, RandomId, Base):
    """A phone that is remembered. The adviser may see that it is there, and end it."""

    __tablename__ = "phone"

    token_hash: Mapped[str] = mapped_column(unique=True)
    remembered_until: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class PhoneUse(RelatesToCareLeaver, Base):
    """What kind of phone it is and when it was used: for its owner alone."""

    __tablename__ = "phone_use"

    phone_id: Mapped[UUID] = mapped_column(ForeignKey("phone.id"), primary_key=True)
    kind: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(default=now)
    used_at: Mapped[datetime] = mapped_column(default=now)
    wrong_pins: Mapped[int] = mapped_column(default=0)
    wait_until: Mapped[datetime | None]
    # Until somebody who came in again is agreed to, their new PIN opens this phone alone.
    pin_hash: Mapped[str | None]


class RecoveryWords(RelatesToCareLeaver, RandomId, Base):
    """One of the recovery words shown at the first coming in. Only its hash is kept."""

    __tablename__ = "recovery_words"

    words_hash: Mapped[str]
    used_at: Mapped[datetime | None]


class ComingInAgain(RelatesToCareLeaver, RandomId, Base):
    """Somebody without the PIN or a recovery word, whom a manager confirmed in person.

    What is `only_me` stays shut until a remembered phone says yes, or seven days pass unopposed.
    """

    __tablename__ = "coming_in_again"

    invitation_id: Mapped[UUID] = mapped_column(ForeignKey("invitation.id"))
    asked_at: Mapped[datetime] = mapped_column(default=now)
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    confirmed_at: Mapped[datetime | None]
    opens_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    opposed_at: Mapped[datetime | None]


class SignInEnd(StrEnum):
    SIGNED_OUT = "signed_out"
    LEFT_QUICKLY = "left_quickly"
    STRUCK_OFF = "struck_off"
    CHANGED = "changed"


class SignIn(RandomId, Base):
    """An open sign-in, of a member of staff or of a remembered phone."""

    __tablename__ = "sign_in"
    __table_args__ = (
        CheckConstraint("(staff_id IS NULL) <> (phone_id IS NULL)", name="one_of_two"),
    )

    secret_hash: Mapped[str] = mapped_column(unique=True)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"), index=True)
    phone_id: Mapped[UUID | None] = mapped_column(ForeignKey("phone.id"), index=True)
    started_at: Mapped[datetime] = mapped_column(default=now)
    active_at: Mapped[datetime] = mapped_column(default=now)
    pin_asked_since: Mapped[datetime | None]
    kind: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[SignInEnd | None]


class DoorChange(RandomId, Base):
    """A member of staff changed how they come in: their manager sees that, and when."""

    __tablename__ = "staff_door_change"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    what: Mapped[str]
    changed_at: Mapped[datetime] = mapped_column(default=now)


class Attempt(RandomId, Base):
    """One wrong try at coming in, by a keyed hash of what was tried. Gone after a day."""

    __tablename__ = "attempt"
    __table_args__ = (Index(None, "against", "tried_at"),)

    against: Mapped[str]
    tried_at: Mapped[datetime] = mapped_column(default=now)
