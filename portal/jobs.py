"""Work that nobody waits for: `flask work` does it, beside the server.

A job is sent by whoever changed something and starts after that is committed. It runs in nobody's
session and is handed ids and numbers alone: what it needs it asks for, as the viewer it names.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol

import click
from huey import Huey, PostgresHuey, SqliteHuey, crontab

from portal import logs
from portal.config import Settings


class App(Protocol):
    """The part of a Flask app that a job needs."""

    cli: Any
    extensions: dict[str, Any]

    def app_context(self) -> AbstractContextManager[Any]: ...


@dataclass(frozen=True)
class Job:
    do: Callable[..., object]
    minutes: int = 0

    @property
    def name(self) -> str:
        return f"{self.do.__module__}.{self.do.__qualname__}"

    def send(self, *arguments: object) -> None:
        """Have it done soon; in a request, once what was changed is kept."""
        held = _held.get()
        if held is None:
            _office.get().send(self, arguments)
        else:
            held.append((self, arguments))


_jobs: dict[str, Job] = {}
_office: ContextVar[Office] = ContextVar("office")
_held: ContextVar[list[tuple[Job, tuple[object, ...]]] | None] = ContextVar("held", default=None)


def later(do: Callable[..., object]) -> Job:
    """Make this a job."""
    job = Job(do)
    return _jobs.setdefault(job.name, job)


def every(*, minutes: int) -> Callable[[Callable[[], object]], Job]:
    """Make this a job that starts by itself so often; the minutes divide an hour or a day."""

    def make(do: Callable[[], object]) -> Job:
        job = Job(do, minutes)
        return _jobs.setdefault(job.name, job)

    return make


class Office:
    """Where the jobs of one app wait and are done."""

    def __init__(self, app: App, settings: Settings) -> None:
        self.app = app
        # Tests look at what a job did, and so do not wait for somebody else to do it.
        self.huey = None if settings.is_test else waiting_room(settings)
        self.senders: dict[str, Any] = {}
        for job in _jobs.values() if self.huey else ():
            self.senders[job.name] = self._sender(job, self.huey)

    def send(self, job: Job, arguments: tuple[object, ...]) -> None:
        if self.huey is None:
            self.perform(job, *arguments)
        else:
            self.senders[job.name](*arguments)

    def perform(self, job: Job, *arguments: object) -> None:
        with self.app.app_context():
            try:
                job.do(*arguments)
            except Exception as mistake:
                logs.mistake(mistake)
                raise

    def _sender(self, job: Job, huey: Huey) -> Any:
        def perform(*arguments: object) -> None:
            self.perform(job, *arguments)

        if job.minutes:
            return huey.periodic_task(_times(job.minutes), name=job.name)(perform)
        return huey.task(name=job.name)(perform)


def waiting_room(settings: Settings) -> Huey:
    """In a file beside the SQLite file, or in the same PostgreSQL."""
    if settings.database_url.startswith("sqlite"):
        return SqliteHuey("portal", filename=str(settings.folder / "jobs.db"))
    return PostgresHuey("portal", dsn=settings.database_url.replace("+psycopg", ""))


def init_app(app: App, settings: Settings) -> None:
    app.extensions["jobs"] = office = Office(app, settings)
    app.cli.add_command(click.Command("work", callback=lambda: work(office), help="Do the jobs."))


def use(office: Office) -> None:
    _office.set(office)


def hold() -> None:
    """Keep what is sent from here on until `let_go`."""
    _held.set([])


def let_go(*, really: bool) -> None:
    """Send what was held, or forget it when what it was for did not happen."""
    held = _held.get() or []
    _held.set(None)
    for job, arguments in held if really else ():
        _office.get().send(job, arguments)


def work(office: Office) -> None:
    if office.huey is None:
        raise click.ClickException("In tests jobs are done at once.")
    office.huey.create_consumer(workers=2, periodic=True).run()


def _times(minutes: int) -> Any:
    return crontab(minute=f"*/{minutes}") if minutes < 60 else crontab("0", f"*/{minutes // 60}")
