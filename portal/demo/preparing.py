"""Gets a demo ready: its database at the newest migration, and the sample council in it."""

from __future__ import annotations

from portal import create_app
from portal.config import Settings
from portal.db import current_database
from portal.migrating import migrate
from portal.sample.commands import PEOPLE, SEED
from portal.sample.fill import Plan, fill, is_empty

OWN_FILES = ("demo.db", "demo.db-wal", "demo.db-shm", "jobs.db", "jobs.db-wal", "jobs.db-shm")


def prepare(settings: Settings) -> None:
    half_made = settings.folder / "demo.half-made"
    if half_made.exists():
        _start_over(settings)
    with create_app(settings).app_context():
        engine = current_database().engine
        migrate(engine)
        if is_empty():
            print("Making the sample council, this once.", flush=True)
            # If this is stopped in the middle, the next start begins again.
            half_made.touch()
            fill(Plan.of(PEOPLE, None, SEED), told=_say_nothing)
            half_made.unlink()
        # The server forks, and an open SQLite file may not be taken along.
        engine.dispose()


def _start_over(settings: Settings) -> None:
    """Takes the demo's own files away, and nothing else."""
    for name in OWN_FILES:
        (settings.folder / name).unlink(missing_ok=True)


def _say_nothing(words: str) -> None:
    pass
