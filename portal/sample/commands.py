"""The command that makes the sample council."""

from __future__ import annotations

from time import monotonic

import click
from flask import Flask

from portal.config import Settings
from portal.sample.fill import Plan, fill, is_empty

PEOPLE, SEED = 300, 7


@click.command("sample-data")
@click.option("--people", default=PEOPLE, show_default=True, type=click.IntRange(min=2))
@click.option("--records", type=click.IntRange(min=1), help="Case records, 40 a person by default.")
@click.option("--seed", default=SEED, show_default=True, help="The same seed, the same council.")
def sample_data(people: int, records: int | None, seed: int) -> None:
    """Make a made-up council with a year of entries, replies, promises and case records."""
    if not is_empty():
        click.echo("There are people in this database already. Nothing was done.")
        return
    began = monotonic()
    fill(Plan.of(people, records, seed), told=click.echo)
    click.echo(f"The sample council is there, after {monotonic() - began:.0f} seconds.")


def init_app(app: Flask, settings: Settings) -> None:
    app.cli.add_command(sample_data)
