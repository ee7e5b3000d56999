"""How the database goes about what it is asked: which tables it reads from end to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event, inspect

from portal.accounts.about import AboutCareLeaver
from portal.consent.models import Choice
from portal.db import Base

Asked = list[tuple[str, Any]]
SCAN = re.compile(r"^SCAN (\w+)")
INDEXED = {"Index Scan", "Index Only Scan"}


def records_and_choices() -> set[str]:
    """The tables that grow with everybody who is in the portal."""
    kinds = [m.class_ for m in Base.registry.mappers if issubclass(m.class_, AboutCareLeaver)]
    return {str(inspect(kind).local_table) for kind in (*kinds, Choice)}


@contextmanager
def listening(engine: Engine) -> Iterator[Asked]:
    """Every question that is asked meanwhile."""
    asked: Asked = []

    def note(_c: Any, _cursor: Any, statement: str, given: Any, _x: Any, _many: bool) -> None:
        if statement.lstrip().startswith(("SELECT", "WITH")):
            asked.append((statement, given))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def read_whole(engine: Engine, asked: Asked) -> set[str]:
    """Which tables of records or choices are read whole, by whichever of these questions."""
    look = _sqlite if engine.dialect.name == "sqlite" else _postgresql
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            # A table of few rows is quicker read whole. Dear as that is now, one is only where no
            # index can serve; were it forbidden, no two plans would differ in price.
            connection.exec_driver_sql("SET LOCAL seq_page_cost = 100")
        found = {table for each in asked for table in look(connection, *each)}
        return (found & records_and_choices()) - _empty(connection)


def _empty(connection: Connection) -> set[str]:
    """What PostgreSQL reads whole because there is nothing to read. SQLite goes by no numbers."""
    if connection.dialect.name == "sqlite":
        return set()
    found = connection.exec_driver_sql("SELECT relname FROM pg_class WHERE relpages = 0")
    return set(found.scalars())


def _sqlite(connection: Connection, statement: str, given: Any) -> Iterator[str]:
    for *_, detail in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given):
        if found := SCAN.match(detail):
            yield found[1]


def _postgresql(connection: Connection, statement: str, given: Any) -> Iterator[str]:
    explained = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", given).scalar_one()
    yield from _scans(explained[0]["Plan"])


def _scans(node: dict[str, Any]) -> Iterator[str]:
    kind = node["Node Type"]
    if kind == "Seq Scan" or (kind in INDEXED and "Index Cond" not in node):
        yield node["Relation Name"]
    if kind == "Bitmap Heap Scan" and "Index Cond" not in str(node["Plans"]):
        yield node["Relation Name"]
    for within in node.get("Plans", ()):
        yield from _scans(within)
