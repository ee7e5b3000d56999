"""The circle around one care leaver: which team they are of, who answers them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar
from uuid import UUID

from portal.sample.people import random_id

Record = TypeVar("Record")


@dataclass(frozen=True)
class Circle:
    """Makes the records about one care leaver, with chance of their own."""

    care_leaver_id: UUID
    team_id: UUID
    pa_id: UUID
    manager_id: UUID
    topics: Mapping[str, UUID]
    until: date
    chance: Random

    def record(self, kept: Callable[..., Record], /, **columns: object) -> Record:
        """A record about this care leaver, held by leaving care."""
        return kept(
            id=random_id(self.chance),
            care_leaver_id=self.care_leaver_id,
            held_by_id=self.team_id,
            **columns,
        )

    def key(self) -> str:
        return str(random_id(self.chance))
