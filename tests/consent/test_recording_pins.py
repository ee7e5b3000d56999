from __future__ import annotations

from sqlalchemy import select

from portal.consent.actions import recording
from portal.consent.models import Receipt
from portal.consent.queries.choices import Kind
from portal.db import session
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.beside import kinds, waiting_yes
from tests.makers import PIN


def test_amina_says_so_with_her_pin_beside_jo(asking: Asking, town: Town) -> None:
    waiting_id = waiting_yes(asking, town)
    with asking(town.jo, writes=True):
        assert recording.confirm_waiting_here(waiting_id, "000000") == 2
    with asking(town.jo, writes=True):
        assert recording.confirm_waiting_here(waiting_id, PIN) is None
    with asking(town.jo, writes=True):
        assert session.scalars(select(Receipt)).all() == []

    assert kinds(asking, town) == [Kind.YES]


def test_after_three_wrong_pins_even_the_right_one_is_not_taken(asking: Asking, town: Town) -> None:
    waiting_id = waiting_yes(asking, town)
    for left in (2, 1, 0):
        with asking(town.jo, writes=True):
            assert recording.confirm_waiting_here(waiting_id, "000000") == left
    with asking(town.jo, writes=True):
        assert recording.confirm_waiting_here(waiting_id, PIN) == 0

    assert kinds(asking, town) == []
