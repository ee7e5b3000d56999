"""What was chosen and who looked is never changed: the database itself refuses.

Only while an `Erasure` names somebody may that person's rows be deleted. The migration says the
same once more, and a test compares the two. A migration that makes one of these tables anew takes
its triggers with it, and must put them back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import DDL, Connection, MetaData, event

from portal.db import Base

# With what two rows of it may not share. Replacing a row would be changing it.
KEPT = {
    "choice": ("id",),
    "receipt": ("id",),
    "look": ("id", "care_leaver_id, number"),
    "agreement": ("id", "choice_id"),
}


def statements(dialect: str) -> Iterator[str]:
    yield from _sqlite() if dialect == "sqlite" else _postgresql()


def _sqlite() -> Iterator[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, 'This is kept as it is.'); END"
    for name, keys in KEPT.items():
        same = " OR ".join(f"({key}) = ({_new(key)})" for key in keys)
        erased = "EXISTS (SELECT 1 FROM erasure WHERE open_for = OLD.care_leaver_id)"
        yield f"CREATE TRIGGER {name}_edited BEFORE UPDATE ON {name} {refuse}"
        yield f"CREATE TRIGGER {name}_deleted BEFORE DELETE ON {name} WHEN NOT {erased} {refuse}"
        there = f"EXISTS (SELECT 1 FROM {name} WHERE {same})"  # noqa: S608  (names of our own)
        yield f"CREATE TRIGGER {name}_replaced BEFORE INSERT ON {name} WHEN {there} {refuse}"
    done = "OLD.open_for IS NULL OR NEW.open_for IS NOT NULL"
    yield f"CREATE TRIGGER erasure_edited BEFORE UPDATE ON erasure WHEN {done} {refuse}"
    yield f"CREATE TRIGGER erasure_deleted BEFORE DELETE ON erasure {refuse}"


def _new(key: str) -> str:
    return ", ".join(f"NEW.{column}" for column in key.split(", "))


# Another schema's table of the same name must not be taken for the one that lets rows go.
POSTGRESQL = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'erasure' THEN
        IF EXISTS (SELECT 1 FROM erasure WHERE open_for = OLD.care_leaver_id) THEN
            RETURN OLD;
        END IF;
    END IF;
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'erasure' THEN
        IF OLD.open_for IS NOT NULL AND NEW.open_for IS NULL THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION USING MESSAGE = 'This is kept as it is.', ERRCODE = 'restrict_violation';
END
$$
"""


def _postgresql() -> Iterator[str]:
    yield POSTGRESQL.strip()
    for name in (*KEPT, "erasure"):
        yield (
            f"CREATE TRIGGER {name}_changed BEFORE UPDATE OR DELETE ON {name}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        yield (
            f"CREATE TRIGGER {name}_emptied BEFORE TRUNCATE ON {name}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


@event.listens_for(Base.metadata, "after_create")
def _keep(made: MetaData, connection: Connection, **more: Any) -> None:
    if {table.name for table in more.get("tables") or ()} >= {*KEPT, "erasure"}:
        for statement in statements(connection.dialect.name):
            connection.execute(DDL(statement))  # type: ignore[no-untyped-call]
