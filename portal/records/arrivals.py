"""What a batch of rows means for what is already here: new, changed, unchanged, or waiting.

Both the rehearsal and the import ask here, so that what was rehearsed is what happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID

from portal.records.here import Destination, Kept, Waits, kept_of, people_of, waiting_of
from portal.records.rows import Read


class Arriving(NamedTuple):
    """A row, whom it is about when they are here, and the digest of what it says."""

    read: Read
    person: UUID | None
    digest: str


@dataclass
class Sorted:
    """A batch, sorted by what has to be done."""

    new: list[Arriving] = field(default_factory=list)
    changed: list[tuple[Kept, Arriving]] = field(default_factory=list)
    unchanged: int = 0
    moved: int = 0
    waiting: list[Arriving] = field(default_factory=list)
    still_waiting: int = 0
    wait_no_more: list[UUID] = field(default_factory=list)
    gone_from: list[UUID] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return {
            "new": len(self.new) - self.moved,
            "changed": len(self.changed) + self.moved,
            "unchanged": self.unchanged,
            "waiting": len(self.waiting) + self.still_waiting,
        }


def sort_out(to: Destination, reads: Sequence[Read]) -> Sorted:
    """Compare a batch with what is here. Changes nothing."""
    ids = [read.foreign_id for read in reads]
    people = people_of(to.system, {read.person for read in reads})
    kept, waiting = kept_of(to.source_id, ids), waiting_of(to.source_id, ids)
    result = Sorted()
    for read in reads:
        here, waits = kept.get(read.foreign_id), waiting.get(read.foreign_id)
        person = people.get(read.person)
        if person is None:
            _let_wait(result, read, here, waits)
            continue
        if waits:
            result.wait_no_more.append(waits[0])
        _place(result, read, person, here)
    return result


def _let_wait(result: Sorted, read: Read, here: Kept | None, waits: Waits | None) -> None:
    digest = read.digest
    if here and here.digest == digest:
        result.unchanged += 1
        return
    if here:
        # It says that it is somebody else's now, and so may stay with nobody it is not about.
        result.gone_from.append(here.id)
    if waits and waits[1] == digest:
        result.still_waiting += 1
        return
    if waits:
        result.wait_no_more.append(waits[0])
    result.waiting.append(Arriving(read, None, digest))


def _place(result: Sorted, read: Read, person: UUID, here: Kept | None) -> None:
    digest = read.digest
    if here is None:
        result.new.append(Arriving(read, person, digest))
    elif here.care_leaver_id != person:
        result.moved += 1
        result.gone_from.append(here.id)
        result.new.append(Arriving(read, person, digest))
    elif here.digest == digest:
        result.unchanged += 1
    else:
        result.changed.append((here, Arriving(read, person, digest)))
