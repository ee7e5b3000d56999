from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from portal.config import ROOT
from tests.architecture.sources import files, named
from tests.databases import KINDS, a_database
from tests.migrating import check, downgrade, upgrade

VERSIONS = files("migrations/versions", "*.py")


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with a_database(request.param, tmp_path) as address:
        yield address


def tables(url: str) -> set[str]:
    engine = create_engine(url)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


def test_the_models_are_what_the_migrations_make(url: str) -> None:
    upgrade(url)

    check(url)


def test_every_migration_goes_up_down_to_nothing_and_up_again(url: str) -> None:
    upgrade(url)
    made = tables(url)
    downgrade(url)

    assert tables(url) <= {"alembic_version"}

    upgrade(url)
    check(url)

    assert tables(url) == made


def test_there_is_one_newest_migration() -> None:
    script = ScriptDirectory(ROOT / "migrations")

    assert len(script.get_heads()) == 1


def test_migrations_are_numbered_and_named_for_what_they_do() -> None:
    names = [path.name for path in VERSIONS]

    assert all(re.fullmatch(r"\d{3}_[a-z]+(_[a-z]+)*\.py", name) for name in names), names
    assert [int(name[:3]) for name in sorted(names)] == list(range(1, len(names) + 1))


def test_every_migration_can_be_undone() -> None:
    one_way = [named(path) for path in VERSIONS if "def downgrade" not in path.read_text()]

    assert one_way == []
    assert (ROOT / "migrations" / "env.py").exists()
