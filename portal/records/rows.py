"""One row of an extract, read: what it says, or which rules it breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any

from portal.records.models import RecordKind
from portal.records.rules import Rule


@dataclass(frozen=True, slots=True)
class Read:
    """What one row says. The digest is of all of it, so that the same row is known again."""

    kind: RecordKind
    foreign_id: str
    person: str
    happened_on: date | None = None
    type: str = ""
    title: str = ""
    text: str = ""
    author: str = ""
    topic: str = ""
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        details = (f"{key}={value}" for key, value in sorted(self.details.items()))
        said = "\x1f".join(
            (
                self.person,
                str(self.happened_on),
                self.type,
                self.title,
                self.text,
                self.author,
                self.topic,
                *details,
            )
        )
        return blake2b(said.encode(), digest_size=16).hexdigest()

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"happened_on": self.happened_on and self.happened_on.isoformat()}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Read:
        day = kept["happened_on"]
        happened_on = date.fromisoformat(day) if day else None
        return cls(**{**kept, "kind": RecordKind(kept["kind"]), "happened_on": happened_on})


class Refused(Exception):
    """The row breaks these rules."""

    def __init__(self, problems: list[tuple[str, Rule]]) -> None:
        super().__init__()
        self.problems = problems
