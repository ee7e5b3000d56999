"""Lays the rule beneath every statement of every session.

Only the classes that a statement can reach get their criteria: those it names, and those that a
relationship leads to from there, since the loader may add them. A statement that names none that
we know gets them all.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import Boolean, ColumnElement, Select, Table
from sqlalchemy.orm import LoaderCriteriaOption, Mapper, ORMExecuteState
from sqlalchemy.sql import visitors
from sqlalchemy.sql.visitors import ExternallyTraversible

from portal import logs
from portal.accounts.about import (
    AboutCareLeaver,
    ForImporters,
    RelatesToCareLeaver,
    SeenByNobody,
    ThePerson,
)
from portal.accounts.viewers import Housekeeping
from portal.consent.asking import anybody_like, asks, shape_of
from portal.consent.relations import may_import, may_know, may_see_relation, seen_by_nobody
from portal.consent.ruled import Ruled
from portal.consent.visibility import may_see
from portal.db import Base, Viewer, lay_beneath

Guard = Any


class JoinedAlias(TypeError):
    """An alias of a guarded class is joined: ask for it with `where` instead."""


GUARDS: tuple[tuple[type[Any], Guard], ...] = (
    (AboutCareLeaver, may_see),
    (RelatesToCareLeaver, may_see_relation),
    (ThePerson, may_know),
    (ForImporters, may_import),
    (SeenByNobody, seen_by_nobody),
)


class _Criterion(LoaderCriteriaOption):
    """Known to SQLAlchemy's cache by being itself, since there is one for each kind of viewer and
    class, and never another: taking it apart at every execution costs more than asking."""

    def _gen_cache_key(self, anon_map: Any, bindparams: Any) -> tuple[Any, ...]:
        return (self,)


SHAPES_REMEMBERED = 2000
_options: dict[tuple[Any, ...], Any] = {}
_remembered: dict[tuple[Any, ...], tuple[type[Any], ...]] = {}


def criterion(viewer: Viewer | None, kept: type[Any]) -> ColumnElement[bool]:
    """What the viewer sees of one guarded class."""
    (guard,) = (guard for kind, guard in GUARDS if issubclass(kept, kind))
    answer: ColumnElement[bool] = guard(viewer, kept)
    return answer


@cache
def guarded() -> dict[Table, type[Any]]:
    """Every guarded class by its table."""
    kinds = tuple(kind for kind, _ in GUARDS)
    mappers = [m for m in Base.registry.mappers if issubclass(m.class_, kinds)]
    return {m.local_table: m.class_ for m in mappers if isinstance(m.local_table, Table)}


@cache
def _reached_from(mapper: Mapper[Any]) -> frozenset[type[Any]]:
    found, ahead = {mapper.class_}, [mapper]
    while ahead:
        for relationship in ahead.pop().relationships:
            if relationship.mapper.class_ not in found:
                found.add(relationship.mapper.class_)
                ahead.append(relationship.mapper)
    return frozenset(found)


@cache
def _mappers() -> dict[Any, Mapper[Any]]:
    return {m.local_table: m for m in Base.registry.mappers}


def _refuse_joined_alias(element: Any) -> None:
    """SQLAlchemy 2.1.9 puts the criteria of an alias that is joined by a condition on the plain
    table instead, and the alias shows every row: such a question is not asked at all."""
    if isinstance(element, ColumnElement):  # which looks for what it has not, and at length
        return
    for target, *_ in getattr(element, "_setup_joins", ()):
        entity: Any = getattr(target, "_annotations", {}).get("parententity")
        if getattr(entity, "is_aliased_class", False) and entity.mapper.local_table in guarded():
            raise JoinedAlias(entity.mapper.class_.__name__)


def _named_in(state: ORMExecuteState) -> set[Mapper[Any] | None]:
    """Every class that the statement names, with None for a table that we do not know."""
    by_table = _mappers()
    named: set[Mapper[Any] | None] = set(state.all_mappers)
    for element in visitors.iterate(cast("ExternallyTraversible", state.statement)):
        _refuse_joined_alias(element)
        if isinstance(element, Table):
            plain = element._deannotate() if hasattr(element, "_deannotate") else element
            named.add(by_table.get(plain))
    return named


def _wanted(state: ORMExecuteState) -> tuple[type[Any], ...]:
    """Whose criteria the statement needs, found once for each shape of statement: what it names
    is in its key, as are the tables of every question within it."""
    key = cast("Any", state.statement)._generate_cache_key()
    if key is None:
        return _needed_by(state)
    found = _remembered.get(key.key)
    if found is None:
        if len(_remembered) >= SHAPES_REMEMBERED:
            _remembered.clear()
        found = _remembered[key.key] = _needed_by(state)
    return found


def _needed_by(state: ORMExecuteState) -> tuple[type[Any], ...]:
    named = _named_in(state)
    reached = {cls for mapper in named if mapper for cls in _reached_from(mapper)}
    known = named and None not in named
    return tuple(kept for kept in guarded().values() if kept in reached or not known)


def _rule(state: ORMExecuteState, viewer: Viewer) -> None:
    _write_down(state, viewer)
    asks(viewer)
    _refuse_rows_by_their_key(state, viewer)
    wanted = _wanted(state)
    criteria = [_option(viewer, kept) for kept in wanted]
    state.statement = state.statement.options(*criteria)
    if state.is_column_load:
        _rule_what_is_read_again(state, viewer, wanted)


def _rule_what_is_read_again(
    state: ORMExecuteState, viewer: Viewer, wanted: tuple[type[Any], ...]
) -> None:
    """SQLAlchemy puts no criteria on a row that it holds already and reads again; the row may have
    been hidden since, or never been seen. Filtered, it is gone as one that was removed."""
    again = cast("Mapper[Any]", state.bind_mapper).class_
    if again in wanted:
        statement = cast("Select[Any]", state.statement)
        state.statement = statement.where(_option(viewer, again).where_criteria)


def _refuse_rows_by_their_key(state: ORMExecuteState, viewer: Viewer) -> None:
    """SQLAlchemy changes many rows by their keys with no criterion: for the portal's own work."""
    many = isinstance(state.parameters, list)
    if state.is_update and many and not isinstance(viewer, Housekeeping):
        raise RuntimeError("Rows are changed by a question, or one by one, not by their keys.")


def _option(viewer: Viewer, kept: type[Any]) -> Any:
    """Built once for each kind of viewer, since building it costs more than asking."""
    key = (*shape_of(viewer), kept)
    if key not in _options:
        _options[key] = _Criterion(
            kept,
            _said(viewer, kept),
            include_aliases=True,
            propagate_to_loaders=True,
        )
    return _options[key]


def _said(viewer: Viewer, kept: type[Any]) -> ColumnElement[bool]:
    if issubclass(kept, AboutCareLeaver):
        return Ruled(may_see, viewer, kept, Boolean())
    return criterion(anybody_like(viewer), kept)


def _write_down(state: ORMExecuteState, viewer: Viewer) -> None:
    """Every use of the portal's own names stands in the operator's log."""
    if isinstance(viewer, Housekeeping) and not state.session.info.setdefault("noted", False):
        state.session.info["noted"] = True
        logs.event("housekeeping", use=viewer.name.replace(" ", "_"))


def lay() -> None:
    """Lay the rule beneath every session, once for all apps."""
    lay_beneath(_rule)
