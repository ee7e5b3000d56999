from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DatabaseError

from portal.accounts.models import CareLeaver, Staff
from portal.consent import looks
from portal.db import current_database, session
from portal.voice.models import Entry
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.conftest import EveryLook, Opens
from tests.consent.makers import an_emergency, answered, said


@contextmanager
def no_log_to_write_in(engine: Engine) -> Iterator[None]:
    """The log's table is out of reach for a while."""
    _rename(engine, "look", "look_away")
    try:
        yield
    finally:
        _rename(engine, "look_away", "look")


def _rename(engine: Engine, name: str, to: str) -> None:
    connection = engine.raw_connection()
    try:
        connection.cursor().execute(f"ALTER TABLE {name} RENAME TO {to}")
        connection.commit()
    finally:
        connection.close()


def test_a_line_says_who_looked_at_which_records_of_whom_and_why(
    asking: Asking, opens: Opens, every_look: EveryLook, amina: CareLeaver, jo: Staff
) -> None:
    with asking(amina, writes=True):
        entry = said(amina, "The damp is back.")
    with asking(jo, writes=True):
        reply = answered(entry, jo, "I will ring housing.")
    opens(jo, entry, reply)
    (look,) = every_look()

    assert (look.care_leaver_id, look.staff_id, look.number) == (amina.id, jo.id, 1)
    assert look.why == "adviser"
    assert {(kind, id_, why) for kind, id_, _, why in look.shown} == {
        ("Entry", str(entry.id), "adviser"),
        ("Reply", str(reply.id), "adviser"),
    }
    assert "damp" not in str(look.shown)


def test_two_people_on_one_page_get_a_line_each(
    asking: Asking, opens: Opens, every_look: EveryLook, town: Town
) -> None:
    with asking(town.amina, writes=True):
        aminas = said(town.amina, "The damp is back.")
    with asking(town.tyler, writes=True):
        tylers = said(town.tyler, "I start on Monday.")
    opens(town.priya, aminas, tylers)

    found = every_look()
    assert {(look.care_leaver_id, look.why) for look in found} == {
        (town.amina.id, "manager"),
        (town.tyler.id, "manager"),
    }


def test_reading_ones_own_words_and_counting_are_no_looks(asking: Asking, town: Town) -> None:
    with asking(town.amina, writes=True) as hers:
        said(town.amina, "The damp is back.")
    with asking(town.amina) as hers:
        session.scalars(select(Entry)).all()
    with asking(town.jo) as his:
        session.scalar(select(func.count()).select_from(Entry))
        session.execute(select(Entry.id, Entry.made_at)).all()

    assert looks.shown_in(hers) == looks.shown_in(his) == {}


def test_a_look_in_an_emergency_names_it(
    asking: Asking, opens: Opens, every_look: EveryLook, amina: CareLeaver, nadia: Staff
) -> None:
    with asking(amina, writes=True):
        entry, opened = said(amina, "I am at my cousin's."), an_emergency(nadia, amina)
    opens(nadia, entry)
    (look,) = every_look()

    assert (look.why, look.emergency_id) == ("emergency", opened.id)


def test_without_a_line_in_the_log_nothing_is_shown(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.")
    laptop = signed_in(town.jo)
    with no_log_to_write_in(current_database().engine), pytest.raises(DatabaseError):
        laptop.get(f"/people/{town.amina.id}/")

    assert "damp" in laptop.get(f"/people/{town.amina.id}/").text


def test_a_page_that_is_refused_shows_nothing_and_writes_nothing(
    signed_in: SignedInAs, asking: Asking, every_look: EveryLook, town: Town
) -> None:
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.")
    signed_in(town.sam).get(f"/people/{town.amina.id}/")

    assert every_look() == []
