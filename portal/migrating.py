"""Bringing a database to the newest migration."""

from __future__ import annotations

import click
from alembic import command
from alembic.config import Config
from flask import Flask
from sqlalchemy import Engine

from portal.config import ROOT, Settings
from portal.db import current_database


def migrate(engine: Engine, to: str = "head") -> None:
    """Up to the newest migration, or to the one named."""
    with engine.begin() as connection:
        command.upgrade(configuration(connection), to)


def configuration(connection: object) -> Config:
    config = Config(toml_file=str(ROOT / "pyproject.toml"))
    config.attributes["connection"] = connection
    return config


@click.command("migrate")
def migrate_command() -> None:
    """Bring the database to the newest migration."""
    migrate(current_database().engine)
    click.echo("The database is at the newest migration.")


def init_app(app: Flask, settings: Settings) -> None:
    app.cli.add_command(migrate_command)
