"""Writes what was sorted out, and lets rows join whose people have come."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import and_, delete, insert, select, update

from portal.accounts.models import Reference
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, now, session
from portal.records.arrivals import Arriving, Sorted
from portal.records.here import Destination
from portal.records.models import CaseRecord, Source, WaitingRow
from portal.records.rows import Read
from portal.records.writing import as_new_version, as_record, as_waiting

WAIT_AT_MOST = timedelta(days=90)
AT_ONCE = 500
PLAINLY = {"synchronize_session": False}


def bring_in(to: Destination, found: Sorted) -> None:
    """Everything that a batch changes; what goes, goes first, since its id may come again."""
    if found.gone_from:
        gone = delete(CaseRecord).where(CaseRecord.id.in_(found.gone_from))
        session.execute(gone, execution_options=PLAINLY)
    _wait_no_more(found.wait_no_more)
    if found.new:
        session.execute(insert(CaseRecord), [as_record(to, row) for row in found.new])
    if found.changed:
        changed = [as_new_version(to, here, row) for here, row in found.changed]
        session.execute(update(CaseRecord), changed)
    if found.waiting:
        session.execute(insert(WaitingRow), [as_waiting(to, row) for row in found.waiting])


def join_waiting() -> int:
    """Rows whose people are in the portal by now become their records. Says how many did."""
    joined = 0
    while True:
        with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
            count = _join_some()
        joined += count
        if count < AT_ONCE:
            return joined


def forget_waiting() -> int:
    """What waited for 90 days goes. Says how many rows that were."""
    with acting_as(Housekeeping(now=clock(), name="retention"), writes=True):
        old = WaitingRow.waiting_since <= now() - WAIT_AT_MOST
        gone = session.scalars(select(WaitingRow.id).where(old)).all()
        session.execute(delete(WaitingRow).where(old), execution_options=PLAINLY)
        return len(gone)


def _join_some() -> int:
    come = (
        select(WaitingRow, Reference.care_leaver_id)
        .join(Source, Source.id == WaitingRow.source_id)
        .join(
            Reference,
            and_(Reference.system == Source.name, Reference.value == WaitingRow.person_reference),
        )
        .order_by(WaitingRow.id)
        .limit(AT_ONCE)
    )
    records, rows = [], []
    destinations: dict[UUID, Destination] = {}
    for row, person in session.execute(come):
        if row.source_id not in destinations:
            destinations[row.source_id] = Destination.of(row.source_id)
        arriving = Arriving(Read.from_json(row.row), person, row.digest)
        records.append(as_record(destinations[row.source_id], arriving))
        rows.append(row.id)
    _wait_no_more(rows)
    if records:
        session.execute(insert(CaseRecord), records)
    return len(records)


def _wait_no_more(rows: list[UUID]) -> None:
    if rows:
        gone = delete(WaitingRow).where(WaitingRow.id.in_(rows))
        session.execute(gone, execution_options=PLAINLY)
