"""The barest script that brings an extract in: the same CSV, table and indexes, `executemany`."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from uuid import uuid4

from portal.accounts.about import Reach
from portal.db import clock
from portal.records.models import CaseRecord, RecordKind
from tests.bench.bringing_in import PRAGMAS, Place


def bare_script(place: Place) -> None:
    connection = sqlite3.connect(place.folder / "portal.db")
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    marks = ", ".join("?" * len(BARE))
    statement = f"INSERT INTO {CaseRecord.__tablename__} ({', '.join(BARE)}) VALUES ({marks})"
    with connection, place.extract.open(newline="", encoding="utf-8") as file:
        connection.executemany(statement, _bare_rows(place, csv.DictReader(file)))
    connection.close()


BARE = (
    "id",
    "care_leaver_id",
    "held_by_id",
    "reach",
    "made_at",
    "source_id",
    "foreign_id",
    "kind",
    "happened_on",
    "type",
    "title",
    "text",
    "author_name",
    "details",
    "digest",
    "version",
)


def _bare_rows(place: Place, rows: Iterator[dict[str, str]]) -> Iterator[tuple[object, ...]]:
    made_at, source = clock().isoformat(" "), place.source
    for row in rows:
        day, month, year = row["note_date"].split("/")
        yield (
            uuid4().hex,
            place.people[row["lcs_id"]].hex,
            source.team_id.hex,
            Reach.MY_TEAM.value,
            made_at,
            source.id.hex,
            row["note_id"],
            RecordKind.CASE_NOTE.value,
            f"{year}-{month}-{day}",
            row["note_type"],
            row["heading"],
            row["note"],
            row["written_by"],
            f'{{"team": "{row["team"]}"}}',
            "0" * 32,
            1,
        )
