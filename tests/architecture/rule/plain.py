"""A council as plain things: what the reference reasons over and a database is filled from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

# Half past noon in the council's zone too: no world of these depends on a midnight.
NOW = datetime(2026, 3, 3, 12, 30, tzinfo=UTC)

# Whom a try is about that found nobody: no person of any world.
NO_PERSON = UUID(int=98_765)

REACHES = ("only_me", "figures", "my_adviser", "my_team", "chosen")


@dataclass(frozen=True, kw_only=True)
class Team:
    id: UUID
    is_leaving_care: bool = False
    closed_at: datetime | None = None
    heir: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Staff:
    id: UUID
    employed_from: datetime
    employed_until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Membership:
    staff: UUID
    team: UUID
    duty: str
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    id: UUID
    team: UUID
    came_in_at: datetime | None = None
    told_at: datetime | None = None
    known_since: datetime | None = None
    left_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Relation:
    """An allocation, an involvement, a choice, an emergency, a look, or what only says of whom."""

    id: UUID | int
    cls: str
    person: UUID
    staff: UUID | None = None
    team: UUID | None = None
    topic: UUID | None = None
    purpose: str | None = None
    is_yes: bool = False
    is_cover: bool = False
    start: datetime = NOW
    end: datetime | None = None
    confirmed_at: datetime | None = None
    confirmed_by: UUID | None = None
    held_back_until: datetime | None = None
    emergency: UUID | None = None
    choice: int | None = None
    adult_until: datetime | None = None
    secret: str = ""
    until: datetime | None = None
    used_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Lock:
    team: UUID
    topic: UUID
    first_day: datetime
    end: datetime | None = None
    confirmed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Record:
    id: UUID
    cls: str
    person: UUID
    author: UUID | None
    held_by: UUID
    reach: str
    made_at: datetime
    topic: UUID | None = None
    written_down_by: UUID | None = None
    released_at: datetime | None = None
    confirmed_at: datetime | None = None
    not_for: UUID | None = None
    hangs_on: UUID | None = None
    is_official_code: bool = False


@dataclass(frozen=True, kw_only=True)
class Window:
    """A batch of words, or an ethics approval: what is open from when until when."""

    id: UUID
    cls: str
    start: datetime
    end: datetime | None = None
    purpose: str = ""


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks: "care_leaver", "staff", "preview", "counting", ..., and which one."""

    kind: str
    who: UUID | None = None
    person: UUID | None = None
    known_since: datetime | None = None
    name: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class World:
    teams: tuple[Team, ...]
    topics: tuple[UUID, ...]
    staff: tuple[Staff, ...]
    memberships: tuple[Membership, ...]
    people: tuple[Person, ...]
    relations: tuple[Relation, ...] = ()
    locks: tuple[Lock, ...] = ()
    records: tuple[Record, ...] = ()
    windows: tuple[Window, ...] = ()
    turn: int = 0
    later: timedelta = timedelta()

    def __repr__(self) -> str:
        return f"a world of {len(self.people)} people and {len(self.records)} records"
