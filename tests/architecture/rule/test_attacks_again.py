"""Ways in which somebody who holds a row might read it again after it was hidden from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm import Session, defer, load_only, make_transient_to_detached
from sqlalchemy.orm.exc import ObjectDeletedError

from portal.accounts.about import Reach
from portal.accounts.models import Allocation, CareLeaver
from portal.db import Database, acting_as
from portal.voice.models import Entry, Reply
from tests.architecture.rule.asking import viewer
from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import Asker
from tests.architecture.rule.small import AMINA, JO_ASKS

SHUT, OPEN, REPLY = number(1000), number(1001), number(1011)
AMINA_ASKS = Asker(kind="care_leaver", who=AMINA)
GONE = (InvalidRequestError, ObjectDeletedError)
Way = Callable[[Session, Any], Any]


def by_reading_what_expired(session: Session, row: Any) -> Any:
    session.expire(row)
    return row.held_by_id


def by_reading_one_thing_that_expired(session: Session, row: Any) -> Any:
    session.expire(row, ["held_by_id"])
    return row.held_by_id


def by_reading_on_after_a_rollback(session: Session, row: Any) -> Any:
    session.scalars(select(Entry.id)).all()
    session.rollback()
    return row.held_by_id


AGAIN: dict[str, Way] = {
    "refreshing": lambda s, row: s.refresh(row),
    "refreshing one thing": lambda s, row: s.refresh(row, ["held_by_id"]),
    "refreshing and holding fast": lambda s, row: s.refresh(row, with_for_update=True),
    "reading what expired": by_reading_what_expired,
    "reading one thing that expired": by_reading_one_thing_that_expired,
    "reading on after a rollback": by_reading_on_after_a_rollback,
}


@pytest.fixture
def hidden(small_council: Database) -> Iterator[Callable[[], None]]:
    """Amina takes what she said to her adviser back to herself; afterwards it is open again."""

    def reach(reach: Reach) -> None:
        with acting_as(viewer(AMINA_ASKS), writes=True) as session:
            session.execute(update(Entry).where(Entry.id == OPEN).values(reach=reach))

    yield lambda: reach(Reach.ONLY_ME)
    reach(Reach.MY_ADVISER)


@pytest.mark.parametrize("way", AGAIN)
@pytest.mark.parametrize(("kind", "key"), [(Entry, OPEN), (Reply, REPLY)])
def test_jo_does_not_come_back_to_a_hidden_row_by(
    hidden: Callable[[], None], kind: Any, key: Any, way: str
) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        held = session.get_one(kind, key)
        session.commit()  # so that the next question sees what Amina changes
        hidden()

        with pytest.raises(GONE):
            AGAIN[way](session, held)


@pytest.mark.parametrize("later", [defer(Entry.words), load_only(Entry.id)])
def test_jo_does_not_read_later_what_he_left_out_at_first(
    hidden: Callable[[], None], later: Any
) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        held = session.get_one(Entry, OPEN, options=[later])
        session.commit()
        hidden()

        with pytest.raises(ObjectDeletedError):
            _ = held.words


def test_asking_for_it_anew_finds_nothing_either(hidden: Callable[[], None]) -> None:
    anew = select(Entry).execution_options(populate_existing=True)
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.get_one(Entry, OPEN).words == "said"
        session.commit()
        hidden()

        assert session.scalars(anew).all() == []
        assert session.get(Entry, OPEN, populate_existing=True) is None


@pytest.mark.parametrize(
    ("kind", "key"), [(Entry, SHUT), (CareLeaver, number(101)), (Allocation, number(401))]
)
def test_a_row_made_up_from_its_key_alone_tells_jo_nothing(
    small_council: Database, kind: Any, key: Any
) -> None:
    made_up = kind(id=key)
    make_transient_to_detached(made_up)
    with acting_as(viewer(JO_ASKS)) as session, session.no_autoflush:
        session.add(made_up)

        with pytest.raises(InvalidRequestError):
            session.refresh(made_up)


@pytest.mark.parametrize(
    ("kind", "key"), [(Entry, OPEN), (CareLeaver, AMINA), (Allocation, number(400))]
)
def test_what_jo_may_still_see_is_read_again_as_ever(
    small_council: Database, kind: Any, key: Any
) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        held = session.get_one(kind, key)
        session.refresh(held, with_for_update=True)
        session.expire(held)

        assert held.id == key
