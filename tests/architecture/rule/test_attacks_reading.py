"""Ways in which somebody might ask so that the rule does not notice. Jo is Amina's adviser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import case, func, literal, select, true, tuple_, union_all
from sqlalchemy.orm import Bundle, Session, aliased, defer, load_only, undefer

from portal.accounts.models import Account, CareLeaver, Team
from portal.db import Database, acting_as
from portal.promises.models import Promise
from portal.voice.models import Entry, Reply
from tests.architecture.rule.asking import viewer
from tests.architecture.rule.instants import number
from tests.architecture.rule.small import JO_ASKS

OPEN, SHUT, OF_TYLER = number(1001), number(1000), number(1002)
SHUT_REPLY = number(1010)
MINE = {OPEN, number(1011), number(100)}
Attack = Callable[[Session], Any]


def by_a_join_of_columns(session: Session) -> Any:
    joined = Team.__mapper__.local_table.join(Entry, Entry.held_by_id == Team.id)
    return session.execute(select(Entry.id).select_from(joined))


def by_a_nested_alias(session: Session) -> Any:
    inner = select(Entry).order_by(Entry.made_at).limit(10).subquery()
    again = aliased(Entry, inner)
    return session.scalars(select(aliased(Entry, select(again).subquery()).id))


def by_recursion(session: Session) -> Any:
    start = select(Entry.id.label("id")).cte("chain", recursive=True)
    chain = start.union(select(Reply.id).join(start, Reply.entry_id == start.c.id))
    return session.scalars(select(chain.c.id))


def by_a_many_armed_union(session: Session) -> Any:
    said = union_all(select(Entry.id), select(Reply.id), select(CareLeaver.id)).subquery()
    return session.scalars(select(said.c.id))


def by_an_entity_from_a_union(session: Session) -> Any:
    said = select(Entry).union(select(Entry)).subquery()
    return [thing.id for thing in session.scalars(select(aliased(Entry, said)))]


def by_a_bundle(session: Session) -> Any:
    bundles: Any = session.execute(select(Bundle("said", Entry.id))).all()
    return [row.said.id for row in bundles]


READING: dict[str, Attack] = {
    "a join of columns": by_a_join_of_columns,
    "a nested alias": by_a_nested_alias,
    "recursion": by_recursion,
    "a union of three": by_a_many_armed_union,
    "entities from a union": by_an_entity_from_a_union,
    "a flat alias": lambda s: s.scalars(select(aliased(Entry, flat=True).id)),
    "a bundle": by_a_bundle,
    "some columns": lambda s: [t.id for t in s.scalars(select(Entry).options(load_only(Entry.id)))],
    "a row number": lambda s: s.execute(
        select(Entry.id, func.row_number().over(order_by=Entry.made_at))
    ),
    "the session's own query": lambda s: [thing.id for thing in s.query(Entry)],
    "a query of columns": lambda s: s.query(Entry.id),
    "a query from itself": lambda s: s.query(aliased(Entry, s.query(Entry).subquery()).id),
    "distinct": lambda s: s.scalars(select(Entry.id).distinct()),
    "a full join": lambda s: s.scalars(
        select(Entry.id).select_from(Account).join(Entry, true(), full=False)
    ),
    "a stream": lambda s: s.scalars(select(Entry.id).execution_options(yield_per=1)),
}


@pytest.mark.parametrize("way", READING)
def test_jo_is_shown_no_row_that_is_not_hers_by(small_council: Database, way: str) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        found = {row if isinstance(row, UUID) else row[0] for row in READING[way](session)}

    assert OPEN in found
    assert found <= MINE


TELLING: dict[str, Any] = {
    "a count": select(func.count()).select_from(select(Entry.id).subquery()),
    "a count of an alias": select(func.count(aliased(Entry).id)),
    "the last": select(func.count()).where(Entry.id == func.coalesce(Entry.id, None)),
    "a sum of cases": select(func.sum(case((Entry.id.is_not(None), 1), else_=0))),
    "a count of pairs": select(func.count(func.distinct(Entry.id))),
}


@pytest.mark.parametrize("way", TELLING)
def test_jo_is_not_even_told_how_many_there_are_by(small_council: Database, way: str) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.scalar(TELLING[way]) == 1


HINTS: dict[str, Any] = {
    "whether it is there": select(literal(1)).where(
        select(Entry.id).where(Entry.id == SHUT).exists()
    ),
    "whether one is in it": select(Team.id).where(literal(SHUT).in_(select(Entry.id))),
    "what stands beside it": select(Team.id).where(
        select(Entry.words).where(Entry.id == SHUT).scalar_subquery() == "said"
    ),
    "what orders by it": select(Team.id)
    .join(Entry, Entry.id == SHUT)
    .order_by(select(Entry.words).where(Entry.id == SHUT).scalar_subquery()),
    "what hangs on it": select(Reply.id).where(Reply.id == SHUT_REPLY),
    "two in a pair": select(Team.id).where(
        tuple_(literal(SHUT), Team.id).in_(select(Entry.id, Entry.held_by_id))
    ),
    "a promise that could hang on it": select(Team.id)
    .outerjoin(Promise, Promise.held_by_id == Team.id)
    .where(Promise.entry_id == SHUT),
    "who somebody is": select(CareLeaver.first_name).where(CareLeaver.id == number(101)),
}


@pytest.mark.parametrize("way", HINTS)
def test_jo_cannot_make_out(small_council: Database, way: str) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.execute(HINTS[way]).all() == []


@pytest.mark.parametrize("how", [defer, undefer])
def test_a_column_read_later_is_asked_for_as_well(small_council: Database, how: Any) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        (entry,) = session.scalars(select(Entry).options(how(Entry.words)))

        assert (entry.id, entry.words) == (OPEN, "said")
