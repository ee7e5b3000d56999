from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from portal.config import ROOT
from tests.architecture.sources import files, named, tree

CALLED = ("text", "Session", "sessionmaker", "scoped_session", "create_engine", "connection")
NAMED = ("from_statement", "from_select", "__table__", "get_bind", "exec_driver_sql")
# A table by itself is asked for with no rule, and a row made up from its key is written with none.
TABLES = ("local_table", "persist_selectable", "selectable", "metadata.tables")
MADE_UP = ("make_transient", "make_transient_to_detached")
DATABASE = (ROOT / "portal" / "db.py", ROOT / "portal" / "engines.py")
THE_RULE = tuple(ROOT / "portal" / "consent" / name for name in ("beneath.py", "visibility.py"))


def back_doors(module: ast.Module) -> Iterator[str]:
    """Ways to ask the database that the rule does not reach."""
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and node.attr in NAMED:
            yield f"{node.lineno} {node.attr}"
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
            if name in CALLED + MADE_UP:
                yield f"{node.lineno} {name}"


def bare_tables(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(TABLES):
            yield f"{node.lineno} {node.attr}"
        if isinstance(node, ast.Constant) and node.value in TABLES:
            yield f"{node.lineno} {node.value}"


def test_nothing_asks_the_database_behind_the_rule() -> None:
    found = [
        f"{named(path)}:{door}"
        for path in files("portal", "*.py")
        if path not in DATABASE
        for door in back_doors(tree(path))
    ]

    assert found == []


def test_nothing_but_the_rule_takes_a_table_by_itself() -> None:
    found = [
        f"{named(path)}:{table}"
        for path in files("portal", "*.py")
        if path not in DATABASE + THE_RULE
        for table in bare_tables(tree(path))
    ]

    assert found == []


def test_only_the_rule_reads_past_itself() -> None:
    reading = [
        named(path)
        for path in files("portal", "*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name) and node.id == "unruled"
    ]

    assert {name for name in reading if not name.startswith("portal/consent/")} <= {"portal/db.py"}


@pytest.mark.parametrize(
    "code",
    [
        "session.execute(text('select 1'))",
        "sqlalchemy.text('select 1')",
        "select(Entry).from_statement(other)",
        "insert(Entry).from_select(['id'], other)",
        "select(Entry.__table__)",
        "session.connection()",
        "Session(engine)",
        "create_engine('sqlite://')",
        "make_transient_to_detached(entry)",
    ],
)
def test_each_back_door_is_found_when_it_is_there(code: str) -> None:
    assert list(back_doors(ast.parse(code)))


@pytest.mark.parametrize(
    "code",
    [
        "select(Entry.__mapper__.local_table)",
        "select(inspect(Entry).persist_selectable)",
        "inspect(Entry).selectable.select()",
        "Base.metadata.tables['entry']",
        "metadata.tables.values()",
        "getattr(inspect(Entry), 'local_table')",
    ],
)
def test_each_table_by_itself_is_found_when_it_is_there(code: str) -> None:
    assert list(bare_tables(ast.parse(code)))
