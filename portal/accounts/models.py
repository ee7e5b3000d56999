"""People: care leavers, members of staff, the teams they are in and what they do there."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import RelatesToCareLeaver, ThePerson
from portal.accounts.sealing import Sealed
from portal.db import Base, RandomId, now


class TeamKind(StrEnum):
    LEAVING_CARE = "leaving_care"
    OTHER = "other"


class Duty(StrEnum):
    """What somebody does in one team. Administrator excludes the rest."""

    ADVISER = "adviser"
    MANAGER = "manager"
    PRACTITIONER = "practitioner"
    FACILITATOR = "facilitator"
    IMPORTER = "importer"
    ANALYST = "analyst"
    RESEARCHER = "researcher"
    ADMINISTRATOR = "administrator"


class Role(StrEnum):
    CARE_LEAVER = "care_leaver"
    STAFF = "staff"


class Account(RandomId, Base):
    """Somebody who can come in. Says nothing of who they are."""

    __tablename__ = "account"

    role: Mapped[Role]


class Team(RandomId, Base):
    """A team of the council. A closed one names its heir, which gets what it held."""

    __tablename__ = "team"

    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[TeamKind] = mapped_column(default=TeamKind.OTHER)
    does: Mapped[str] = mapped_column(default="")
    closed_at: Mapped[datetime | None]
    heir_id: Mapped[UUID | None] = mapped_column(ForeignKey("team.id"))


class Topic(RandomId, Base):
    """A matter of the pathway plan, in plain words."""

    __tablename__ = "topic"

    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    retired_at: Mapped[datetime | None]


class Staff(Base):
    """A member of staff, and how they come in."""

    __tablename__ = "staff"

    id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    name: Mapped[str]
    job: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(unique=True)
    passphrase_hash: Mapped[str | None]
    code_secret_sealed: Mapped[bytes | None]
    code_last_used: Mapped[int | None]
    employed_from: Mapped[datetime] = mapped_column(default=now)
    employed_until: Mapped[datetime | None]

    code_secret = Sealed("code_secret_sealed")

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


class RecoveryCode(RandomId, Base):
    """One of the codes that let a member of staff in without their authenticator, once."""

    __tablename__ = "staff_recovery_code"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    code_hash: Mapped[str]
    used_at: Mapped[datetime | None]


class StaffInvitation(RandomId, Base):
    """The way in for a new member of staff, or for one whose passphrase was lost."""

    __tablename__ = "staff_invitation"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Membership(RandomId, Base):
    """One duty of one member of staff in one team, from when until when."""

    __tablename__ = "membership"
    __table_args__ = (Index(None, "staff_id", "team_id", "duty"),)

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    duty: Mapped[Duty]
    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime | None]


class Away(RandomId, Base):
    """When a member of staff is not there to read."""

    __tablename__ = "staff_away"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), index=True)
    start_at: Mapped[datetime]
    end_at: Mapped[datetime | None]


class CareLeaver(ThePerson, Base):
    """The young person. Apart from how they come in."""

    __tablename__ = "care_leaver"

    id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), primary_key=True)
    first_name: Mapped[str]
    last_name: Mapped[str]
    called: Mapped[str | None]
    born_on: Mapped[date | None]
    contact_sealed: Mapped[bytes | None]
    language: Mapped[str] = mapped_column(default="en")
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    pin_hash: Mapped[str | None]
    came_in_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]
    known_since: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    lock_after_minutes: Mapped[int] = mapped_column(default=10)

    contact = Sealed("contact_sealed")

    @property
    def name(self) -> str:
        return self.called or self.first_name


class Reference(ThePerson, RandomId, Base):
    """The key of a care leaver in another system."""

    __tablename__ = "care_leaver_reference"
    __table_args__ = (UniqueConstraint("system", "value"),)

    care_leaver_id: Mapped[UUID] = mapped_column(ForeignKey("care_leaver.id"), index=True)
    system: Mapped[str]
    value: Mapped[str]


class Given:
    """Given by somebody, and opening nothing before a manager of the receiving team confirms it."""

    start_at: Mapped[datetime] = mapped_column(default=now)
    end_at: Mapped[datetime | None]
    given_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    confirmed_at: Mapped[datetime | None]


class Allocation(RelatesToCareLeaver, Given, RandomId, Base):
    """This adviser, this care leaver, from, until. Cover ends after at most 14 days."""

    __tablename__ = "allocation"
    __table_args__ = (
        CheckConstraint("NOT is_cover OR end_at IS NOT NULL", name="cover_ends"),
        CheckConstraint("confirmed_by_id <> staff_id", name="not_by_oneself"),
        Index(None, "staff_id", "care_leaver_id"),
    )

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    is_cover: Mapped[bool] = mapped_column(default=False)


class Involvement(RelatesToCareLeaver, Given, RandomId, Base):
    """This practitioner of another team, this care leaver, from, until."""

    __tablename__ = "involvement"
    __table_args__ = (
        CheckConstraint("confirmed_by_id <> staff_id", name="not_by_oneself"),
        Index(None, "staff_id", "care_leaver_id"),
    )

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"))
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))


class TeamMove(RelatesToCareLeaver, Given, RandomId, Base):
    """A care leaver goes to another leaving-care team, once its manager confirms it."""

    __tablename__ = "team_move"

    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))


class Themselves(RelatesToCareLeaver, RandomId, Base):
    """A member of staff who is also a care leaver: nobody is staff about themselves."""

    __tablename__ = "themselves"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff.id"), unique=True)


class Telling(RelatesToCareLeaver, RandomId, Base):
    """Something the portal tells a care leaver: who works with them, a wrong PIN, a new phone."""

    __tablename__ = "telling"

    what: Mapped[str]
    about: Mapped[str] = mapped_column(default="")
    told_at: Mapped[datetime] = mapped_column(default=now)
    seen_at: Mapped[datetime | None]
    # What a manager may hold back for a while.
    emergency_id: Mapped[UUID | None] = mapped_column(ForeignKey("emergency_access.id"))
