"""One file, read from its first row to its last in batches, each row either read or refused."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import groupby
from typing import BinaryIO

from portal.records import reading
from portal.records.cells import Cells, Places, tidy
from portal.records.reading import Layout, Row
from portal.records.rows import Read, Refused
from portal.records.rules import Problem, Rule
from portal.records.shapes import Shape

BATCH = 2_000
BLOCK = 8_192


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot come in, with every rule that it breaks."""

    row: Row
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """The rows after the first `after` rows of the file."""

    after: int
    read: list[Read] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.read) + len(self.refused)


class Extract:
    """What stands in one file of one shape. Holds a batch of it at a time."""

    def __init__(self, file: BinaryIO, layout: Layout, shape: Shape, today: date) -> None:
        shape.expect(layout.columns)
        self.file, self.layout, self.shape, self.today = file, layout, shape, today
        self.places = Places(layout.columns)
        self.id_place = self.places[shape.id_column] or 0

    def __len__(self) -> int:
        return self._ids[0]

    def batches(self, after: int) -> Iterator[Batch]:
        """What is left once so many rows are done."""
        batch = Batch(after)
        for read in self._rows(after):
            if isinstance(read, Read):
                batch.read.append(read)
            else:
                batch.refused.append(read)
            if len(batch) == BATCH:
                yield batch
                batch = Batch(batch.after + BATCH)
        if len(batch):
            yield batch

    def _rows(self, after: int) -> Iterator[Read | RefusedRow]:
        _, twice = self._ids
        seen: set[str] = set()
        for number, row in enumerate(reading.rows(self.file, self.layout)):
            key = "" if row.rule else self._id_of(row)
            may_be_twice = hash(key) in twice
            if number < after and not may_be_twice:
                continue
            read = self._read(row)
            if may_be_twice and isinstance(read, Read):
                if key in seen:
                    read = _refused(row, [(self.shape.id_column, Rule.TWICE)])
                seen.add(key)
            if number >= after:
                yield read

    def _read(self, row: Row) -> Read | RefusedRow:
        if row.rule:
            return _refused(row, [("", row.rule)])
        try:
            return self.shape.read(Cells(self.places, row.cells, self.today))
        except Refused as refused:
            return _refused(row, refused.problems)

    def _id_of(self, row: Row) -> str:
        return tidy(row.cells[self.id_place])

    @cached_property
    def _ids(self) -> tuple[int, frozenset[int]]:
        """How many rows there are, and which ids (by their hash) stand in more than one of them.

        Half a million ids would outgrow everything else here, and so would a set of their hashes;
        sorted blocks of eight bytes each do not.
        """
        blocks, block, count = [], array("q"), 0
        for row in reading.rows(self.file, self.layout):
            count += 1
            if row.rule is None:
                block.append(hash(self._id_of(row)))
            if len(block) == BLOCK:
                blocks.append(array("q", sorted(block)))
                block = array("q")
        blocks.append(array("q", sorted(block)))
        same = groupby(merge(*blocks))
        return count, frozenset(key for key, those in same if len(list(those)) > 1)


def _refused(row: Row, problems: list[tuple[str, Rule]]) -> RefusedRow:
    return RefusedRow(row, tuple(Problem(row.line, column, rule) for column, rule in problems))
