"""Databases of the tests' own: made for one run, emptied after each test, dropped at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Engine

from portal.db import Base

KINDS = ("sqlite", "postgresql")
POSTGRESQL = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")

# A session's own switch, and for SQLite one that works outside of a transaction only.
FOREIGN_KEYS = {
    "sqlite": ("PRAGMA foreign_keys=OFF", "PRAGMA foreign_keys=ON"),
    "postgresql": (
        "SET session_replication_role=replica",
        "SET session_replication_role=origin",
    ),
}


@contextmanager
def a_database(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'portal.db'}"
        return
    name = f"portal_test_{uuid4().hex[:12]}"
    server = _server()
    try:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield f"postgresql+psycopg://{POSTGRESQL.split('://')[1].rsplit('/', 1)[0]}/{name}"
    finally:
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        server.close()


def _server() -> psycopg.Connection[tuple[object, ...]]:
    try:
        return psycopg.connect(POSTGRESQL, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip("Skipped: no PostgreSQL answers at TEST_DATABASE_URL.")


def empty(engine: Engine) -> None:
    """Take every row out, whatever points at what."""
    tampered(engine, *(f'DELETE FROM "{name}"' for name in Base.metadata.tables))


def tampered(engine: Engine, *statements: str) -> None:
    """Do this to the rows as somebody could who holds the database itself: with no foreign key and
    no trigger in the way."""
    off, on = FOREIGN_KEYS[engine.dialect.name]
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute(off)
        cursor.execute("BEGIN")
        triggers = _triggers(cursor) if engine.dialect.name == "sqlite" else {}
        for statement in (*(f"DROP TRIGGER {name}" for name in triggers), *statements):
            cursor.execute(statement)
        for statement in (*triggers.values(), "COMMIT", on):
            cursor.execute(statement)
        connection.commit()
    finally:
        connection.close()


def _triggers(cursor: Any) -> dict[str, str]:
    found = cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(found.fetchall())
