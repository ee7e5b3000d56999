"""Refused rows, for the importer who asked: given once, within 24 hours, then gone."""

from __future__ import annotations

import csv
import io
import json
import zlib
from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select

from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, now, session
from portal.errors import Conflict
from portal.records.extract import RefusedRow
from portal.records.models import Import, RefusedRows

KEPT_FOR = timedelta(hours=24)
# A spreadsheet takes a cell that begins so for a formula, and would run it.
RUNS = ("=", "+", "-", "@", "\t", "\r")


def keep(for_import: Import, columns: Sequence[str], rows: Sequence[RefusedRow]) -> None:
    """Keep what a batch refused. Nobody can fetch what nobody asked for."""
    if for_import.asked_by_id is None or not rows:
        return
    kept = {"columns": columns, "rows": [_as_cells(row) for row in rows]}
    packed = zlib.compress(json.dumps(kept).encode())
    session.add(
        RefusedRows(
            held_by_id=for_import.held_by_id,
            asked_by_id=for_import.asked_by_id,
            source_id=for_import.source_id,
            import_id=for_import.id,
            rows=packed,
        )
    )


def can_be_taken(import_id: UUID) -> bool:
    """Whether this importer can still fetch them."""
    found = select(RefusedRows.id).where(RefusedRows.import_id == import_id, _in_time()).limit(1)
    return session.scalar(found) is not None


def take(import_id: UUID) -> Iterator[bytes]:
    """The refused rows as lines of CSV, each with its line and its reasons. Gone by then."""
    parts = session.scalars(
        select(RefusedRows.rows)
        .where(RefusedRows.import_id == import_id, _in_time())
        .order_by(RefusedRows.made_at, RefusedRows.id)
    ).all()
    if not parts:
        raise Conflict("The refused rows are not kept any more.")
    session.execute(delete(RefusedRows).where(RefusedRows.import_id == import_id))
    return _as_csv(parts)


def forget_old() -> None:
    with acting_as(Housekeeping(now=clock(), name="retention"), writes=True):
        session.execute(delete(RefusedRows).where(RefusedRows.made_at <= now() - KEPT_FOR))


def harmless(cell: str) -> str:
    """The same cell, which no spreadsheet runs."""
    return f"'{cell}" if cell.startswith(RUNS) else cell


def _in_time() -> ColumnElement[bool]:
    return RefusedRows.made_at > now() - KEPT_FOR


def _as_cells(refused: RefusedRow) -> list[str]:
    reasons = [
        f"{p.column}: {p.rule.words}" if p.column else p.rule.words for p in refused.problems
    ]
    return [str(refused.row.line), " ".join(reasons), *refused.row.cells]


def _as_csv(parts: Sequence[bytes]) -> Iterator[bytes]:
    for number, part in enumerate(parts):
        kept = json.loads(zlib.decompress(part))
        text = io.StringIO()
        write = csv.writer(text).writerow
        if number == 0:
            write(["\ufeffLine", "Why", *map(harmless, kept["columns"])])
        for row in kept["rows"]:
            write(map(harmless, row))
        # What could not be decoded cannot be written either.
        yield text.getvalue().encode(errors="replace")
