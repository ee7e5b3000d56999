"""A database for a plain council, with the rule beneath every session as the app lays it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from portal import db
from portal.consent import beneath
from portal.db import Base, Database
from portal.parts import PARTS
from tests.architecture.rule.filling import fill
from tests.architecture.rule.plain import World
from tests.databases import a_database, empty

assert PARTS, "every room's tables are needed"


@contextmanager
def a_council(kind: str, folder: Path) -> Iterator[Database]:
    """An empty database of this kind; whoever asks asks it."""
    with a_database(kind, folder) as url:
        database = Database(url)
        Base.metadata.create_all(database.engine.execution_options(writes=True))
        beneath.lay()
        db.use(database)
        yield database
        database.engine.dispose()


@contextmanager
def holding(database: Database, world: World) -> Iterator[None]:
    """The database with this council in it, and with nothing afterwards."""
    try:
        fill(database.engine, world)
        yield
    finally:
        empty(database.engine)
