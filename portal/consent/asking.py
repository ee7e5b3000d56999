"""Whoever asks, as parameters of a statement.

The rule is the same for every member of staff, so its SQL is built once for each kind of viewer
and each class, with places for who asks and when. They are filled in at every execution: the
listener names the viewer right before the statement runs, in the same thread.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, Uuid, bindparam, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.visitors import InternalTraversal

from portal.db import UtcDateTime, Viewer

_asking: ContextVar[Viewer] = ContextVar("asking")
TYPES: dict[type, Any] = {datetime: UtcDateTime(), UUID: Uuid(), str: String()}
# What changes the shape of the rule and not only who asks.
SHAPES = frozenset({"name"})


def asks(viewer: Viewer) -> None:
    """From here on this viewer fills the places."""
    _asking.set(viewer)


def shape_of(viewer: Viewer) -> tuple[Any, ...]:
    """What two viewers must share to be asked with the same SQL."""
    known = (getattr(viewer, each.name) for each in fields(viewer) if each.name in SHAPES)
    empty = (getattr(viewer, each.name) is None for each in fields(viewer))
    return (type(viewer), *known, *empty)


class Place(ColumnElement[Any]):
    """Where who asks, or when, is filled in.

    No bound parameter of the statement: those are compared with each other one by one at every
    execution, and the rule has hundreds. It becomes one, by its name, when the SQL is made.
    """

    inherit_cache = True
    _traverse_internals = [
        ("name", InternalTraversal.dp_string),
        ("type", InternalTraversal.dp_type),
    ]

    def __init__(self, name: str, kind: Any) -> None:
        self.name = name
        self.type = kind


def _filled_in(name: str) -> Any:
    """`staff_id`, or `now_less_28_days`."""
    known, _, less = name.partition("_less_")
    value = getattr(_asking.get(), known)
    return value - timedelta(days=int(less.split("_")[0])) if less else value


@compiles(Place)
def _render(place: Place, compiler: Any, **more: Any) -> str:
    # One for all places of that name: each is filled in and converted at every execution.
    key = f"asking_{place.name}"
    bound = compiler.binds.get(key)
    if bound is None:
        bound = bindparam(key, callable_=lambda: _filled_in(place.name), type_=place.type)
    rendered: str = compiler.process(bound, **more)
    return rendered


def anybody_like(viewer: Viewer) -> Any:
    """The same kind of viewer, with places instead of who and when."""
    known = {each.name: getattr(viewer, each.name) for each in fields(viewer)}
    places: dict[str, Any] = {
        name: Place(name, TYPES[type(value)])
        for name, value in known.items()
        if name not in SHAPES and value is not None
    }
    return replace(viewer, **places)


def earlier(now: Any, days: int) -> Any:
    """The instant of whoever asks, less so many days."""
    if isinstance(now, Place):
        return Place(f"now_less_{days}_days", now.type)
    return now - timedelta(days=days)


def constant(word: StrEnum) -> ColumnElement[str]:
    """One of our own words as a constant: hundreds of parameters cost more than the query."""
    return literal_column(f"'{word.value}'", String())
