"""`flask import-records` and its neighbours, for files of any size."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from uuid import UUID

import click
from flask import Flask
from sqlalchemy.orm import Session

from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, session
from portal.records import actions, bringing_in, refused, tidying, work
from portal.records.models import Import, Source
from portal.records.naming import importer_of, mapping_named, source_named, team_named
from portal.records.rules import Rule
from portal.records.showing import COUNTED
from portal.records.stages import Stage, stage_of

REHEARSED = "Rehearsed"


def init_app(app: Flask) -> None:
    for command in (import_records, add_record_source, forget_waiting):
        app.cli.add_command(command)


@click.command("import-records")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", required=True, help="The case system that the file comes from.")
@click.option("--mapping", help="How its columns are called; none for a standard file.")
@click.option("--by", help="Email of the importer who may fetch the refused rows.")
@click.option("--commit", is_flag=True, help="Bring it in. Without this it is only rehearsed.")
def import_records(
    file: Path, source: str, mapping: str | None, by: str | None, commit: bool
) -> None:
    """Rehearse FILE, and with --commit bring its records in."""
    with _keeper(writes=True):
        held = source_named(source)
        import_id = actions.hand_in_by_command(
            held,
            str(file.resolve()),
            file_name=file.name,
            mapping=mapping_named(mapping) if mapping else None,
            staff_id=importer_of(by, held) if by else None,
        ).id
    _work(REHEARSED, import_id)
    if not commit:
        _rehearsed_only(import_id)
        return
    with _keeper(writes=True):
        actions.let_in(session.get_one(Import, import_id))
    _work("Came in", import_id)


@click.command("add-record-source")
@click.argument("name")
@click.option("--team", required=True, help="The team that holds its records.")
def add_record_source(name: str, team: str) -> None:
    """Name a case system whose records come in."""
    with _keeper(writes=True):
        session.add(Source(name=name, team_id=team_named(team).id))
    click.echo(f"{name} is known now. {team} holds what comes from it.")


@click.command("forget-waiting")
def forget_waiting() -> None:
    """Forget rows that waited for 90 days, old refused rows and files left behind."""
    gone = bringing_in.forget_waiting()
    refused.forget_old()
    tidying.forget_uploads()
    click.echo(f"{gone:,} waiting rows are forgotten.")


def _keeper(*, writes: bool = False) -> AbstractContextManager[Session]:
    return acting_as(Housekeeping(now=clock(), name="import"), writes=writes)


def _work(done: str, import_id: UUID) -> None:
    with click.progressbar(length=0, label="Working", file=sys.stderr) as bar:

        def told(rows: int, of: int) -> None:
            bar.length = of
            bar.update(rows - bar.pos)

        work.carry_on(import_id, told)
    with _keeper():
        found = session.get_one(Import, import_id)
        if found.fault:
            raise click.ClickException(found.fault)
        if stage_of(found) is not Stage.COMING_IN:
            _say(done, found)


def _say(done: str, found: Import) -> None:
    counts = ", ".join(f"{getattr(found, name):,} {name}" for name in COUNTED)
    click.echo(f"{done}: {found.rows_done:,} rows read, {counts}.")
    if done == REHEARSED:
        for line, column, rule in found.problems:
            click.echo(f"Line {line}, {column or 'the whole row'}: {Rule(rule).words}")
        if len(found.problems) == work.MOST_PROBLEMS:
            click.echo(f"Only the first {work.MOST_PROBLEMS:,} are listed.")


def _rehearsed_only(import_id: UUID) -> None:
    with _keeper(writes=True):
        actions.throw_away(session.get_one(Import, import_id))
    click.echo("Nothing came in. Run it again with --commit to bring it in.")
