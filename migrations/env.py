"""Brings a database to the newest migration: `alembic upgrade head`, or `flask migrate`."""

from __future__ import annotations

import os
from typing import Any

from alembic import context
from sqlalchemy import Connection, Enum, create_engine, pool

import portal.parts  # noqa: F401  (every model)
from portal.config import from_environment
from portal.db import Base, UtcDateTime

NOT_OURS = "huey_"  # the waiting room of the background work makes its own


def ours(thing: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    return not (kind == "table" and (name or "").startswith(NOT_OURS))


def plainly(kind: str, thing: Any, autogen: Any) -> str | bool:
    """Migrations stand by themselves: no type of the portal's own in them."""
    if isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return f"sa.String(length={thing.length})" if isinstance(thing, Enum) else False


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_object=ours,
        compare_type=True,
        render_item=plainly,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    engine = create_engine(from_environment(os.environ).database_url, poolclass=pool.NullPool)
    with engine.begin() as connection:
        run(connection)


main()
