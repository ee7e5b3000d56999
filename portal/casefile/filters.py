"""What of somebody's time line is asked for. It stands in the address, so that it can be shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from portal.voice.models import Kind

Choice = TypeVar("Choice", bound=StrEnum)


class Time(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def days(self) -> int:
        return {"week": 7, "month": 31, "quarter": 92, "year": 366}[self.value]


class Waits(StrEnum):
    """Which of what still waits."""

    UNREAD = "unread"
    UNANSWERED = "unanswered"
    OVERDUE = "overdue"


class Column(StrEnum):
    """Which column a phone shows."""

    WORDS = "words"
    RECORD = "record"


@dataclass(frozen=True)
class Said:
    """The last of their words on the page before: what comes after it is older."""

    at: datetime
    id: UUID


@dataclass(frozen=True)
class Recorded:
    """The last of the record on the page before. Without a day it is among those that have none."""

    day: date | None
    id: UUID


@dataclass(frozen=True, kw_only=True)
class Filters:
    topic: UUID | None = None
    kind: Kind | None = None
    source: UUID | None = None
    time: Time | None = None
    waits: Waits | None = None
    new: bool = False
    show: Column = Column.WORDS
    said: Said | None = None
    recorded: Recorded | None = None

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Filters:
        """From an address. What nobody could have chosen is left out."""
        return cls(
            topic=_id(asked.get("topic", "")),
            kind=_one_of(Kind, asked.get("kind")),
            source=_id(asked.get("source", "")),
            time=_one_of(Time, asked.get("time")),
            waits=_one_of(Waits, asked.get("waits")),
            new=asked.get("new") == "yes",
            show=_one_of(Column, asked.get("show")) or Column.WORDS,
            said=_said(asked.get("said", "")),
            recorded=_recorded(asked.get("recorded", "")),
        )

    @property
    def words_alone(self) -> bool:
        return self.kind is not None or self.waits is not None

    @property
    def any(self) -> bool:
        chosen = (self.topic, self.kind, self.source, self.time, self.waits, self.new)
        return any(chosen)

    @property
    def later_page(self) -> bool:
        return self.said is not None or self.recorded is not None

    def but(self, **changed: object) -> dict[str, str]:
        """The parts of an address with something changed, from the newest on."""
        new = "yes" if self.new else None
        show = None if self.show is Column.WORDS else self.show
        now = {"topic": self.topic, "kind": self.kind, "source": self.source, "time": self.time}
        every = now | {"waits": self.waits, "new": new, "show": show} | changed
        return {name: str(value) for name, value in every.items() if value is not None}

    def older(self, said: Said | None, recorded: Recorded | None) -> dict[str, str]:
        at = f"{said.at.astimezone(UTC):%Y%m%dT%H%M%S.%f}_{said.id.hex}" if said else None
        day = recorded.day.isoformat() if recorded and recorded.day else "none"
        return self.but(said=at, recorded=f"{day}_{recorded.id.hex}" if recorded else None)


def _one_of(choices: type[Choice], asked: str | None) -> Choice | None:
    return choices(asked) if asked in [choice.value for choice in choices] else None


def _id(asked: str) -> UUID | None:
    try:
        return UUID(asked)
    except ValueError:
        return None


def _said(asked: str) -> Said | None:
    at, _, id_ = asked.partition("_")
    try:
        return Said(datetime.strptime(at, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC), UUID(id_))
    except ValueError:
        return None


def _recorded(asked: str) -> Recorded | None:
    day, _, id_ = asked.partition("_")
    try:
        return Recorded(None if day == "none" else date.fromisoformat(day), UUID(id_))
    except ValueError:
        return None
