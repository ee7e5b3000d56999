"""Whether the portal can do its work: the database answers, and is as new as the code."""

from __future__ import annotations

from functools import cache

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import SQLAlchemyError

from portal.config import ROOT
from portal.db import current_database


def is_ready() -> bool:
    try:
        with current_database().engine.connect() as connection:
            heads = MigrationContext.configure(connection).get_current_heads()
    except SQLAlchemyError:
        return False
    return set(heads) == newest()


@cache
def newest() -> frozenset[str]:
    """The newest migrations of this code."""
    return frozenset(ScriptDirectory(ROOT / "migrations").get_heads())
