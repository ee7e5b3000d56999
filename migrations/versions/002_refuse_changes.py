"""Refuse to change what was chosen and who looked

Revision ID: 002
Revises: 001
"""

from __future__ import annotations

from alembic import op

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

TABLES = ("choice", "receipt", "look", "agreement")
REFUSE = "BEGIN SELECT RAISE(ABORT, 'This is kept as it is.'); END"
ERASED = "EXISTS (SELECT 1 FROM erasure WHERE open_for = OLD.care_leaver_id)"
SAME = {
    "choice": "(id) = (NEW.id)",
    "receipt": "(id) = (NEW.id)",
    "look": "(id) = (NEW.id) OR (care_leaver_id, number) = (NEW.care_leaver_id, NEW.number)",
    "agreement": "(id) = (NEW.id) OR (choice_id) = (NEW.choice_id)",
}
FUNCTION = """
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


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgresql()


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in TABLES:
            for what in ("edited", "deleted", "replaced"):
                op.execute(f"DROP TRIGGER {table}_{what}")
        op.execute("DROP TRIGGER erasure_edited")
        op.execute("DROP TRIGGER erasure_deleted")
        return
    for table in (*TABLES, "erasure"):
        op.execute(f"DROP TRIGGER {table}_changed ON {table}")
        op.execute(f"DROP TRIGGER {table}_emptied ON {table}")
    op.execute("DROP FUNCTION refuse_change()")


def _sqlite() -> None:
    for table in TABLES:
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {SAME[table]})"  # noqa: S608  (names of our own)
        op.execute(f"CREATE TRIGGER {table}_edited BEFORE UPDATE ON {table} {REFUSE}")
        op.execute(
            f"CREATE TRIGGER {table}_deleted BEFORE DELETE ON {table} WHEN NOT {ERASED} {REFUSE}"
        )
        op.execute(
            f"CREATE TRIGGER {table}_replaced BEFORE INSERT ON {table} WHEN {there} {REFUSE}"
        )
    done = "OLD.open_for IS NULL OR NEW.open_for IS NOT NULL"
    op.execute(f"CREATE TRIGGER erasure_edited BEFORE UPDATE ON erasure WHEN {done} {REFUSE}")
    op.execute(f"CREATE TRIGGER erasure_deleted BEFORE DELETE ON erasure {REFUSE}")


def _postgresql() -> None:
    op.execute(FUNCTION.strip())
    for table in (*TABLES, "erasure"):
        op.execute(
            f"CREATE TRIGGER {table}_changed BEFORE UPDATE OR DELETE ON {table}"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_emptied BEFORE TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
