"""What the rule counts on in SQLAlchemy. The 2.0 line lets hidden rows through several of these."""

from __future__ import annotations

import pytest
import sqlalchemy
from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from portal.consent.beneath import JoinedAlias, guarded
from portal.db import Database, acting_as
from portal.voice.models import Entry, Reply
from tests.architecture.rule.asking import viewer
from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import Asker
from tests.architecture.rule.probes import Pointer
from tests.architecture.rule.small import AMINA, JO_ASKS

OPEN, SHUT = number(1001), number(1000)
AMINA_ASKS = Asker(kind="care_leaver", who=AMINA)


def test_it_is_the_line_on_which_this_was_measured() -> None:
    version = tuple(int(part) for part in sqlalchemy.__version__.split(".")[:3])

    assert (2, 1, 9) <= version < (2, 2)


def test_exists_without_a_from_of_its_own_does_not_leak(small_council: Database) -> None:
    there = select(Pointer.id).where(exists().where(Entry.id == Pointer.id))
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.scalars(there).all() == [OPEN]


def test_any_and_has_do_not_leak(small_council: Database) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.scalars(select(Pointer.id).where(Pointer.entry.has())).all() == [OPEN]


def test_the_rules_own_reading_of_a_guarded_class_is_not_ruled_again(
    small_council: Database,
) -> None:
    """Jo may not see what the rule reads to answer him: Amina's log-in, his own allocation's end.

    Replies ask for their entry, and entries for allocations: were these filtered again, the answer
    would be less than the table says.
    """
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.scalars(select(Reply.entry_id)).all() == [OPEN]


def test_a_statement_that_names_no_table_of_ours_is_ruled_for_all_of_them(
    small_council: Database,
) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        pointers = session.scalars(select(Pointer)).all()
        entries = [pointer.entry for pointer in pointers if pointer.entry]

    assert [entry.id for entry in entries] == [OPEN]
    assert Entry in guarded().values()


def test_an_alias_that_is_joined_by_a_condition_is_not_asked_for_at_all(
    small_council: Database,
) -> None:
    other = aliased(Entry)
    pairs = select(other.id).select_from(Entry).join(other, other.held_by_id == Entry.held_by_id)
    with acting_as(viewer(JO_ASKS)) as session, pytest.raises(JoinedAlias):
        session.execute(pairs)


def test_each_alias_has_the_rule_of_its_own(small_council: Database) -> None:
    one, other = aliased(Entry), aliased(Entry)
    pairs = select(func.count()).select_from(one, other).where(one.held_by_id == other.held_by_id)
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.scalar(pairs) == 1
    with acting_as(viewer(AMINA_ASKS)) as session:
        assert session.scalar(pairs) == 4


def test_the_same_sql_is_filled_in_anew_for_each_asker(small_council: Database) -> None:
    asked = select(Entry.id).order_by(Entry.id)
    for _ in range(3):
        for asker, wanted in ((JO_ASKS, [OPEN]), (AMINA_ASKS, [SHUT, OPEN])):
            with acting_as(viewer(asker)) as session:
                assert session.scalars(asked).all() == wanted
