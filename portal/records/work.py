"""Rehearses an import and brings it in, a batch a transaction.

What is done is a fact in the database, kept together with the batch itself. So whoever carries on
after the power went, or beside somebody else who still works on it, does no row twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from portal import hours
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, now, session
from portal.records import files, reading, refused
from portal.records.arrivals import Sorted, sort_out
from portal.records.bringing_in import bring_in
from portal.records.extract import Batch, Extract
from portal.records.here import Destination
from portal.records.models import Import, Mapping, Source
from portal.records.notes import notes_shape
from portal.records.rules import Unreadable
from portal.records.shapes import published_shape
from portal.records.stages import WORKING, Stage, stage_of

Told = Callable[[int, int], object]
MOST_PROBLEMS = 1_000


@dataclass(frozen=True)
class Task:
    """What is to be done with one import, as it stood when it was looked at."""

    id: UUID
    stage: Stage
    file_path: str | None
    columns: dict[str, str] | None
    rows_done: int
    to: Destination


def carry_on(import_id: UUID, told: Told = lambda done, of: None) -> None:
    """Do what is left of its rehearsal or import. Safe at any time, as often as one likes."""
    task = _task(import_id)
    if task is None:
        return
    try:
        with files.opened(task.file_path) as file:
            finished = _all_batches(task, file, told)
    except Unreadable as unreadable:
        _end(task, fault=unreadable.what)
    else:
        if finished:
            _end(task)


def extract_of(file: BinaryIO, columns: dict[str, str] | None) -> Extract:
    """Raises Unreadable when the file as a whole cannot come in."""
    layout = reading.layout_of(file)
    shape = notes_shape(columns) if columns else published_shape(layout.columns)
    return Extract(file, layout, shape, hours.local(now()).date())


def _as_import() -> Housekeeping:
    return Housekeeping(now=clock(), name="import")


def _task(import_id: UUID) -> Task | None:
    with acting_as(_as_import()):
        found = session.get(Import, import_id)
        if found is None or stage_of(found) not in WORKING:
            return None
        mapping = session.get(Mapping, found.mapping_id) if found.mapping_id else None
        return Task(
            id=found.id,
            stage=stage_of(found),
            file_path=found.file_path,
            columns=mapping.columns if mapping else None,
            rows_done=found.rows_done,
            to=Destination.of(found.source_id),
        )


def _all_batches(task: Task, file: BinaryIO, told: Told) -> bool:
    """Whether it came to the end; not so when somebody else carried on in the meantime."""
    extract = extract_of(file, task.columns)
    do = _rehearse if task.stage is Stage.READING else _bring_in
    for batch in extract.batches(task.rows_done):
        if not do(task, extract, batch):
            return False
        told(batch.after + len(batch), len(extract))
    return True


def _rehearse(task: Task, extract: Extract, batch: Batch) -> bool:
    with acting_as(_as_import()):
        found = sort_out(task.to, batch.read)
    with acting_as(_as_import(), writes=True):
        if (row := _still_to_do(task, batch)) is None:
            return False
        refused.keep(row, extract.layout.columns, batch.refused)
        more = [list(problem) for rows in batch.refused for problem in rows.problems]
        row.problems = [*row.problems, *more][:MOST_PROBLEMS]
        _count(row, extract, batch, found)
    return True


def _bring_in(task: Task, extract: Extract, batch: Batch) -> bool:
    with acting_as(_as_import(), writes=True):
        if (row := _still_to_do(task, batch)) is None:
            return False
        # Two files of one source at a time would each find the same row missing.
        session.get_one(Source, task.to.source_id, with_for_update=True)
        found = sort_out(task.to, batch.read)
        bring_in(task.to, found)
        _count(row, extract, batch, found)
    return True


def _still_to_do(task: Task, batch: Batch) -> Import | None:
    row = session.get(Import, task.id, with_for_update=True)
    here = row is not None and stage_of(row) is task.stage and row.rows_done == batch.after
    return row if here else None


def _count(row: Import, extract: Extract, batch: Batch, found: Sorted) -> None:
    for name, number in found.counts.items():
        setattr(row, name, getattr(row, name) + number)
    row.refused += len(batch.refused)
    row.rows_done += len(batch)
    row.rows_in_file = len(extract)


def _end(task: Task, *, fault: str | None = None) -> None:
    with acting_as(_as_import(), writes=True):
        row = session.get(Import, task.id, with_for_update=True)
        if row is None or stage_of(row) is not task.stage:
            return
        if task.stage is Stage.READING and not fault:
            row.rehearsed_at = now()
            return
        row.ended_at, row.fault, row.file_path = now(), fault, None
    files.forget(task.file_path)
