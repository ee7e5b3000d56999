"""The rule as one element of a statement, written out when the SQL is made.

A statement is looked up in SQLAlchemy's cache by walking all of it, at every execution; the rule
has some seven hundred parts. As one element it has its name, the kind of viewer, and the columns
of the row that it is about, which is all that can differ.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, inspect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from portal.consent.asking import anybody_like, shape_of
from portal.db import Viewer

Rule = Callable[[Any, type[Any], Any], ColumnElement[Any]]
_anybody: dict[tuple[Any, ...], Any] = {}


class Ruled(ColumnElement[Any]):
    """What `rule(viewer, kind, row)` says, for whoever asks when it is executed."""

    inherit_cache = True
    _traverse_internals = [
        ("rule", InternalTraversal.dp_plain_obj),
        ("shape", InternalTraversal.dp_plain_obj),
        ("kind", InternalTraversal.dp_plain_obj),
        ("columns", InternalTraversal.dp_clauseelement_list),
        ("type", InternalTraversal.dp_type),
    ]

    def __init__(self, rule: Rule, viewer: Viewer, kind: type[Any], kept_as: Any) -> None:
        self.rule, self.kind, self.type = rule, kind, kept_as
        self.shape = shape_of(viewer)
        _anybody.setdefault(self.shape, anybody_like(viewer))
        mapper = inspect(kind)
        # An alias of the class has these columns put in their place, one by one.
        self.columns = [
            getattr(kind, each.key).__clause_element__() for each in mapper.column_attrs
        ]

    @property
    def _from_objects(self) -> list[Any]:
        return [table for column in self.columns for table in column._from_objects]

    def self_group(self, against: Any = None) -> Ruled:
        # By itself SQLAlchemy asks SQLite whether all of it `= 1`, and no index could serve.
        return self

    def written_out(self) -> ColumnElement[Any]:
        row = SimpleNamespace(**{column.key: column for column in self.columns})
        return self.rule(_anybody[self.shape], self.kind, row)


@compiles(Ruled)
def _write_out(ruled: Ruled, compiler: Any, **more: Any) -> str:
    return f"({compiler.process(ruled.written_out(), **more)})"
