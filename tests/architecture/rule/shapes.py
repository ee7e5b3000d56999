"""Every way of putting the question "which of these are there?" to a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import delete, exists, func, select, union, update
from sqlalchemy.orm import (
    Session,
    aliased,
    contains_eager,
    joinedload,
    selectinload,
    subqueryload,
)

from portal.accounts.models import Team, Topic
from tests.architecture.rule.probes import Pointer, Probe

Kept = Any
Found = set[UUID]
Shape = Callable[[Session, Kept], Found | int]


def collection(kept: Kept) -> Any:
    return Probe.entries if kept.__name__ == "Entry" else Probe.replies


def pointed_at(kept: Kept) -> Any:
    return Pointer.entry if kept.__name__ == "Entry" else Pointer.reply


def _ids(session: Session, statement: Any) -> Found:
    return set(session.scalars(statement))


def _loaded(session: Session, kept: Kept, how: Any) -> Found:
    probes = session.scalars(select(Probe).options(how(collection(kept)))).unique()
    return {thing.id for probe in probes for thing in getattr(probe, collection(kept).key)}


def lazily(session: Session, kept: Kept) -> Found:
    probes = session.scalars(select(Probe)).all()
    return {thing.id for probe in probes for thing in getattr(probe, collection(kept).key)}


def pointed_at_lazily(session: Session, kept: Kept) -> Found:
    pointers = session.scalars(select(Pointer)).all()
    things = (getattr(pointer, pointed_at(kept).key) for pointer in pointers)
    return {thing.id for thing in things if thing is not None}


def contained(session: Session, kept: Kept) -> Found:
    of = collection(kept)
    probes = session.scalars(select(Probe).join(of).options(contains_eager(of))).unique()
    return {thing.id for probe in probes for thing in getattr(probe, of.key)}


def in_a_cte(session: Session, kept: Kept) -> Found:
    said = select(kept.id).cte()
    return _ids(session, select(said.c.id))


def by_alias(session: Session, kept: Kept) -> Found:
    another = aliased(kept)
    return _ids(session, select(another.id))


def joined_to_its_alias(session: Session, kept: Kept) -> Found:
    another = aliased(kept)
    return _ids(session, select(another.id).join(kept, kept.id == another.id))


def alias_of_a_subquery(session: Session, kept: Kept) -> Found:
    within = aliased(kept, select(kept).subquery())
    return _ids(session, select(within.id))


def changed_and_told(session: Session, kept: Kept) -> Found:
    found = _ids(session, update(kept).values(made_at=kept.made_at).returning(kept.id))
    session.rollback()
    return found


def changed_where_it_exists(session: Session, kept: Kept) -> Found:
    there = exists().where(kept.id == Pointer.id)
    told = update(Pointer).where(there).values(probe_id=Pointer.probe_id).returning(Pointer.id)
    found = _ids(session, told.execution_options(synchronize_session=False))
    session.rollback()
    return found


def _rows(session: Session, statement: Any) -> int:
    statement = statement.execution_options(synchronize_session=False)
    done: Any = session.execute(statement)
    session.rollback()
    return int(done.rowcount)


SHAPES: dict[str, Shape] = {
    "entity": lambda s, k: {thing.id for thing in s.scalars(select(k))},
    "column": lambda s, k: _ids(s, select(k.id)),
    "count": lambda s, k: s.scalar(select(func.count(k.id))) or 0,
    "count of all": lambda s, k: s.scalar(select(func.count()).select_from(k)) or 0,
    "count of an alias": lambda s, k: s.scalar(select(func.count(aliased(k).id))) or 0,
    "join": lambda s, k: _ids(s, select(k.id).join(Team, Team.id == k.held_by_id)),
    "outer join": lambda s, k: _ids(s, select(k.id).outerjoin(Topic, Topic.id == k.topic_id)),
    "joined to": lambda s, k: _ids(
        s, select(k.id).select_from(Team).join(k, k.held_by_id == Team.id)
    ),
    "alias": by_alias,
    "joined to its alias": joined_to_its_alias,
    "alias of a subquery": alias_of_a_subquery,
    "exists": lambda s, k: _ids(s, select(Pointer.id).where(exists().where(k.id == Pointer.id))),
    "exists of a select": lambda s, k: _ids(
        s, select(Pointer.id).where(select(k.id).where(k.id == Pointer.id).exists())
    ),
    "alias exists": lambda s, k: _ids(
        s, select(Pointer.id).where(exists().where(aliased(k).id == Pointer.id))
    ),
    "has": lambda s, k: _ids(s, select(Pointer.id).where(pointed_at(k).has())),
    "in": lambda s, k: _ids(s, select(Pointer.id).where(Pointer.id.in_(select(k.id)))),
    "scalar subquery": lambda s, k: _ids(
        s,
        select(select(k.id).where(k.id == Pointer.id).scalar_subquery()).where(
            Pointer.id.in_(select(k.id))
        ),
    ),
    "subquery": lambda s, k: _ids(s, select(select(k.id).subquery().c.id)),
    "cte": in_a_cte,
    "union": lambda s, k: _ids(s, union(select(k.id), select(k.id))),
    "lazy": lazily,
    "lazy many to one": pointed_at_lazily,
    "joined load": lambda s, k: _loaded(s, k, joinedload),
    "select in load": lambda s, k: _loaded(s, k, selectinload),
    "subquery load": lambda s, k: _loaded(s, k, subqueryload),
    "contains eager": contained,
    "update": lambda s, k: _rows(s, update(k).values(made_at=k.made_at)),
    "update, returning": changed_and_told,
    "update where exists": changed_where_it_exists,
    "delete": lambda s, k: _rows(s, delete(k)),
}
