"""The migrations, run as a council runs them, on a database of the tests' own."""

from __future__ import annotations

from collections.abc import Callable

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, pool

from portal.migrating import configuration


def upgrade(url: str) -> None:
    _run(url, lambda config: command.upgrade(config, "head"))


def downgrade(url: str) -> None:
    _run(url, lambda config: command.downgrade(config, "base"))


def check(url: str) -> None:
    """Raises CommandError when the models know something that the migrations do not."""
    _run(url, command.check)


def _run(url: str, do: Callable[[Config], None]) -> None:
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.begin() as connection:
        do(configuration(connection))
    engine.dispose()
