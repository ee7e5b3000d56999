from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from portal.consent.append_only import KEPT
from portal.consent.models import Agreement, Erasure
from portal.db import Base, Database, current_database, now, session
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import chosen, every_choice, yes
from tests.consent.conftest import Opens
from tests.consent.makers import said
from tests.databases import KINDS, a_database
from tests.migrating import downgrade, upgrade

ROWS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": "SELECT tgname, pg_get_triggerdef(oid) || pg_get_functiondef(tgfoid)"
    " FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname",
}
KEYS = {"choice": "start_at", "receipt": "given_at", "look": "looked_at", "agreement": "said_at"}


@pytest.fixture
def kept(asking: Asking, opens: Opens, town: Town) -> Engine:
    """A choice with its receipt, an agreement and a look, of Amina and of Tyler each."""
    for person, adviser in ((town.amina, town.jo), (town.tyler, town.sam)):
        with asking(person, writes=True):
            chosen(person, yes(town.teams.housing, town.topics[3]))
            entry = said(person, "The damp is back.")
            (choice,) = every_choice()
            about = {"care_leaver_id": person.id, "choice_id": choice.id}
            session.add(Agreement(staff_id=town.priya.id, **about))
        opens(adviser, entry)
    return current_database().engine


def try_to(engine: Engine, *statements: str) -> None:
    with engine.execution_options(writes=True).begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.mark.parametrize("table", KEPT)
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {table} SET {instant} = {instant}",
        "DELETE FROM {table}",
        "INSERT INTO {table} SELECT * FROM {table}",
    ],
)
def test_the_database_refuses_to_change_what_is_kept(kept: Engine, table: str, change: str) -> None:
    with pytest.raises(DBAPIError):
        try_to(kept, change.format(table=table, instant=KEYS[table]))


@pytest.mark.parametrize("table", KEPT)
def test_no_row_is_put_in_the_place_of_another(kept: Engine, table: str) -> None:
    if kept.dialect.name == "postgresql":
        replace = f"TRUNCATE {table} CASCADE"
    else:
        replace = f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"

    with pytest.raises(DBAPIError, match="kept as it is"):
        try_to(kept, replace)


def test_an_erasure_that_is_left_open_cannot_be_committed(
    kept: Engine, asking: Asking, town: Town
) -> None:
    with pytest.raises(DBAPIError), asking(town.ada, writes=True):  # at the very end
        session.add(an_erasure(town))


def test_an_erasure_is_not_opened_again_nor_taken_away(
    kept: Engine, asking: Asking, town: Town
) -> None:
    with asking(town.ada, writes=True):
        erasure = an_erasure(town)
        session.add(erasure)
        session.flush()
        erasure.open_for = None
    for change in ("UPDATE erasure SET open_for = id", "DELETE FROM erasure"):
        with pytest.raises(DBAPIError, match="kept as it is"):
            try_to(kept, change)


def an_erasure(town: Town) -> Erasure:
    people = {"asked_by_id": town.priya.id, "done_by_id": town.ada.id}
    what = {"whose": "x", "legal_basis": "GDPR", "open_for": town.amina.id}
    return Erasure(id=uuid4(), erased_at=now() - timedelta(days=1), **what, **people)


@pytest.fixture(params=KINDS)
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with (
        a_database(request.param, tmp_path / "one") as one,
        a_database(request.param, tmp_path / "two") as two,
    ):
        yield one, two


def test_the_migration_and_the_models_refuse_alike(urls: tuple[str, str]) -> None:
    migrated, made = Database(urls[0]).engine, Database(urls[1]).engine
    upgrade(urls[0])
    Base.metadata.create_all(made.execution_options(writes=True))

    assert len(triggers(made)) >= 2 * len(KEPT)
    assert triggers(migrated) == triggers(made)

    downgrade(urls[0])
    assert triggers(migrated) == []
    made.dispose()
    migrated.dispose()


def triggers(engine: Engine) -> list[tuple[str, str]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(ROWS[engine.dialect.name]))]
