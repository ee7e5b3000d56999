"""Makes the engine of SQLite or of PostgreSQL, as the portal needs it."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event


def engine_of(url: str) -> Engine:
    sqlite = url.startswith("sqlite")
    # By name, the instant that the rule asks about hundreds of times is converted once.
    named = {"paramstyle": "named"} if sqlite else {}
    engine = create_engine(
        url,
        **named,
        pool_pre_ping=not sqlite,
        pool_size=20,
        max_overflow=20,
        hide_parameters=True,  # an error that is printed must not print what somebody wrote
    )
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "checkin", _end_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgresql)
    return engine


def _prepare_postgresql(connection: Any, record: object) -> None:
    # The rule is long and quick. Compiling it takes three seconds, running it two milliseconds.
    connection.execute("SET jit = off")
    connection.commit()


def _prepare_sqlite(connection: sqlite3.Connection, record: object) -> None:
    # The driver must not begin by itself: it begins for reading, and a reader that then writes
    # fails at once when somebody else has written in between.
    connection.isolation_level = None
    for pragma in (
        "busy_timeout=5000",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _end_sqlite(connection: sqlite3.Connection | None, record: object) -> None:
    # A commit that was refused leaves its transaction open, and with it everybody else waiting.
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
