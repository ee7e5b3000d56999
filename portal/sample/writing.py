"""Writes many rows at once, each table after those it points at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from portal.accounts.viewers import Housekeeping
from portal.db import Base, acting_as, clock, session


def write(rows: Iterable[Base]) -> None:
    """In one transaction. Rows of one table keep their order."""
    by_table = defaultdict(list)
    for row in rows:
        by_table[row.__tablename__].append(row)
    with acting_as(Housekeeping(now=clock(), name="sample"), writes=True):
        for table in Base.metadata.sorted_tables:
            if made := by_table.get(table.name):
                session.add_all(made)
                session.flush()
                session.expunge_all()
