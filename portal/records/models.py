"""Case records of other systems, and how they come in."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any, cast
from uuid import UUID

from sqlalchemy import JSON, ColumnElement, ForeignKey, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from portal.accounts.about import AboutCareLeaver, ForImporters, SeenByNobody
from portal.db import Base, RandomId, now


class Source(RandomId, Base):
    """A case system, and the team that holds what comes from it."""

    __tablename__ = "record_source"

    name: Mapped[str] = mapped_column(unique=True)
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))


class Mapping(RandomId, Base):
    """Which column of an extract means what, mapped once by the council."""

    __tablename__ = "record_mapping"

    name: Mapped[str] = mapped_column(unique=True)
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class RecordKind(StrEnum):
    CASE_NOTE = "case_note"
    PERSON = "person"
    STATUS = "status"


class CaseRecord(AboutCareLeaver, Base):
    """What another system says: a case note, or a row of a statutory return."""

    __tablename__ = "case_record"

    source_id: Mapped[UUID] = mapped_column(ForeignKey("record_source.id"))
    foreign_id: Mapped[str]
    kind: Mapped[RecordKind]
    happened_on: Mapped[date | None]
    type: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    author_name: Mapped[str] = mapped_column(default="")
    details: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    digest: Mapped[str]
    version: Mapped[int] = mapped_column(default=1)

    @classmethod
    def counted_by_law(cls, record: Any) -> ColumnElement[bool]:
        return cast("ColumnElement[bool]", record.kind == RecordKind.STATUS)

    @classmethod
    def more_constraints(cls) -> tuple[Any, ...]:
        return (
            UniqueConstraint("source_id", "foreign_id"),
            Index(None, "care_leaver_id", "happened_on", "id"),
        )


class WaitingRow(SeenByNobody, RandomId, Base):
    """A row of somebody who is not in the portal yet: seen by nobody, gone after 90 days."""

    __tablename__ = "record_waiting_row"
    __table_args__ = (
        UniqueConstraint("source_id", "foreign_id"),
        Index(None, "source_id", "person_reference"),
    )

    source_id: Mapped[UUID] = mapped_column(ForeignKey("record_source.id"))
    foreign_id: Mapped[str]
    person_reference: Mapped[str]
    row: Mapped[dict[str, Any]] = mapped_column(JSON)
    digest: Mapped[str]
    waiting_since: Mapped[datetime] = mapped_column(default=now)


class Import(ForImporters, RandomId, Base):
    """One file that comes in: what the rehearsal found, and how far the import is."""

    __tablename__ = "record_import"

    source_id: Mapped[UUID] = mapped_column(ForeignKey("record_source.id"))
    mapping_id: Mapped[UUID | None] = mapped_column(ForeignKey("record_mapping.id"))
    shape: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=now)
    file_name: Mapped[str]
    file_path: Mapped[str | None]
    form_key: Mapped[str] = mapped_column(unique=True)
    rehearsed_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    rows_in_file: Mapped[int | None]
    rows_done: Mapped[int] = mapped_column(default=0)
    new: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    unchanged: Mapped[int] = mapped_column(default=0)
    waiting: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    problems: Mapped[list[Any]] = mapped_column(JSON, default=list)
    fault: Mapped[str | None]


class RefusedRows(ForImporters, RandomId, Base):
    """The rows that were refused, for the importer who asked: once, within 24 hours."""

    __tablename__ = "record_refused_rows"

    for_its_asker_alone = True

    source_id: Mapped[UUID] = mapped_column(ForeignKey("record_source.id"))
    import_id: Mapped[UUID] = mapped_column(ForeignKey("record_import.id"), index=True)
    rows: Mapped[bytes] = mapped_column(LargeBinary)
    made_at: Mapped[datetime] = mapped_column(default=now)
    taken_at: Mapped[datetime | None]
