"""Ways in which somebody might change, or come back to, what they may not see."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, exists, func, insert, select, update
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from portal.accounts.models import Team
from portal.db import Database, acting_as
from portal.voice.models import Entry, Reply
from tests.architecture.rule.asking import viewer
from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import Asker
from tests.architecture.rule.small import AMINA, JO_ASKS

OPEN, SHUT, OF_TYLER = number(1001), number(1000), number(1002)
AMINA_ASKS = Asker(kind="care_leaver", who=AMINA)
NOT_IN_STEP = {"synchronize_session": False}

CHANGES: dict[str, Any] = {
    "a change of one": update(Entry).where(Entry.id == SHUT).values(words="changed"),
    "a change, told": update(Entry)
    .where(Entry.id.in_([SHUT, OF_TYLER]))
    .values(words="changed")
    .returning(Entry.words),
    "a change of what hangs on it": update(Reply)
    .where(Reply.entry_id == SHUT)
    .values(words="changed"),
    "a removal": delete(Entry).where(Entry.id == OF_TYLER),
    "a removal, told": delete(Reply).where(Reply.entry_id != OPEN).returning(Reply.words),
    "a change where it exists": update(Team)
    .where(exists().where(Entry.held_by_id == Team.id, Entry.id == SHUT))
    .values(does="found out"),
    "a change to what it says": update(Team)
    .where(Team.id.in_(select(Entry.held_by_id).where(Entry.id == SHUT)))
    .values(does=select(Entry.words).where(Entry.id == SHUT).scalar_subquery()),
}


@pytest.mark.parametrize("way", CHANGES)
def test_jo_changes_nothing_that_is_hidden_by(small_council: Database, way: str) -> None:
    with acting_as(viewer(JO_ASKS), writes=True) as session:
        result: Any = session.execute(CHANGES[way].execution_options(**NOT_IN_STEP))
        changed = result.all() if way.endswith("told") else result.rowcount
        session.rollback()

    assert changed in (0, [])


def test_nobody_changes_rows_by_their_keys(small_council: Database) -> None:
    with (
        acting_as(viewer(JO_ASKS), writes=True) as session,
        pytest.raises(RuntimeError, match="by their keys"),
    ):
        session.execute(update(Entry), [{"id": SHUT, "words": "changed"}])


def test_an_expired_row_is_asked_for_again_under_the_rule(small_council: Database) -> None:
    with acting_as(viewer(JO_ASKS), writes=True) as session:
        entry = session.get_one(Entry, OPEN)
        entry.reach = "only_me"  # type: ignore[assignment]
        session.flush()
        session.expire_all()
        found = session.scalars(select(Entry)).all()
        session.rollback()

    assert found == []


def test_a_hidden_row_cannot_be_had_by_merging_or_by_its_key(small_council: Database) -> None:
    with acting_as(viewer(JO_ASKS)) as session, session.no_autoflush:
        merged = session.merge(Entry(id=SHUT))

        assert merged.words is None
        session.expunge_all()
        with pytest.raises(NoResultFound):
            session.get_one(Entry, SHUT)
        assert session.get(Entry, SHUT, populate_existing=True) is None
        assert session.get(Entry, SHUT, with_for_update=True) is None


def test_a_session_remembers_so_that_each_viewer_has_a_fresh_one(small_council: Database) -> None:
    """`acting_as` opens a session of its own: within one, the identity map answers `get`."""
    with acting_as(viewer(AMINA_ASKS)) as hers:
        kept = hers.get_one(Entry, SHUT)
        with acting_as(viewer(JO_ASKS)) as his:
            assert his is not hers
            assert his.get(Entry, SHUT) is None
        assert hers.get(Entry, SHUT) is kept


def test_the_asker_is_the_one_of_the_session_even_when_two_are_open(
    small_council: Database,
) -> None:
    def count(session: Session) -> int:
        return session.scalar(select(func.count(Entry.id))) or 0

    with acting_as(viewer(AMINA_ASKS)) as hers, acting_as(viewer(JO_ASKS)) as his:
        assert [count(hers), count(his), count(hers)] == [2, 1, 2]


def test_a_page_of_rows_begun_by_one_is_not_finished_as_another(small_council: Database) -> None:
    with acting_as(viewer(AMINA_ASKS)) as hers:
        rows = hers.scalars(select(Entry.id).execution_options(yield_per=1))
        first = next(iter(rows))
        with acting_as(viewer(JO_ASKS)) as his:
            his.scalars(select(Entry.id)).all()

        assert {first, *rows} == {SHUT, OPEN}


def test_inserting_what_is_selected_copies_nothing_hidden(small_council: Database) -> None:
    copied = insert(Team).from_select(["id", "name"], select(Entry.id, Entry.words))
    with acting_as(viewer(JO_ASKS), writes=True) as session:
        try:
            session.execute(copied)
            names = session.scalars(select(Team.id).where(Team.id == SHUT)).all()
        except Exception:  # the table wants more of a team than was copied
            names = []
        session.rollback()

    assert names == []
