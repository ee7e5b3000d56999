from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from sqlalchemy.exc import NoResultFound

from portal.consent.actions import recording
from portal.consent.models import Method
from portal.consent.queries.choices import Kind, waiting_for
from portal.consent.queries.history import can_be_undone
from portal.db import clock
from portal.errors import Conflict, NotAllowed
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.beside import kinds, recorded, told, waiting_yes
from tests.consent.choosing import SHOWN, chosen, every_choice, not_now, yes


def test_a_yes_that_jo_wrote_down_counts_when_amina_says_so(asking: Asking, town: Town) -> None:
    waiting_id = waiting_yes(asking, town)
    assert kinds(asking, town) == []
    with asking(town.amina, writes=True):
        receipt = recording.confirm_waiting(town.amina.id, waiting_id)
        again = recording.confirm_waiting(town.amina.id, waiting_id)

        assert receipt is not None
        assert again is not None
        assert (again.id, receipt.method) == (receipt.id, Method.BESIDE_ME)
        assert [choice.recorded_by_id for choice in every_choice()] == [town.jo.id]
        assert waiting_for(town.amina.id) == []
    assert kinds(asking, town) == [Kind.YES]


def test_a_form_that_is_sent_twice_waits_once_and_is_told_once(asking: Asking, town: Town) -> None:
    key, (home, money) = uuid4(), (town.topics[3], town.topics[6])
    with asking(town.amina, writes=True):
        chosen(town.amina, yes(town.teams.housing, money))
    for _ in range(2):
        wishes = (yes(town.teams.housing, home), not_now(town.teams.housing, money))
        both = recorded(asking, town.jo, town, *wishes, key=key)
        assert both.not_now_counts

    assert told(asking, town) == ["not_now_noted"]
    with asking(town.amina):
        assert len(waiting_for(town.amina.id)) == 1
        assert len(every_choice()) == 2


def test_a_not_now_that_jo_wrote_down_counts_at_once_and_is_undone(
    asking: Asking, town: Town
) -> None:
    cell, until = (town.teams.housing, town.topics[3]), clock() + timedelta(days=40)
    with asking(town.amina, writes=True):
        chosen(town.amina, yes(*cell, until=until))
    recorded(asking, town.jo, town, not_now(*cell))
    assert kinds(asking, town) == [Kind.NOT_NOW]
    with asking(town.amina, writes=True):
        (noted,) = can_be_undone(town.amina.id)
        receipt = recording.undo_not_now(town.amina.id, noted.id, SHOWN)
        again = recording.undo_not_now(town.amina.id, noted.id, SHOWN)

        assert receipt is not None
        assert again is not None
        assert receipt.id == again.id
        assert every_choice()[-1].end_at == until
        assert can_be_undone(town.amina.id) == []
    assert kinds(asking, town) == [Kind.YES]


def test_where_there_was_no_yes_there_is_nothing_to_undo(asking: Asking, town: Town) -> None:
    recorded(asking, town.jo, town, not_now(town.teams.housing, town.topics[3]))
    with asking(town.amina, writes=True):
        (noted,) = every_choice()
        assert can_be_undone(town.amina.id) == []
        with pytest.raises(Conflict, match="no yes to go back to"):
            recording.undo_not_now(town.amina.id, noted.id, SHOWN)


def test_harriet_and_sam_write_down_nothing_that_amina_chooses(asking: Asking, town: Town) -> None:
    for who in (town.harriet, town.sam):
        with pytest.raises((NotAllowed, NoResultFound)):
            recorded(asking, who, town, not_now(town.teams.housing, town.topics[3]))

    assert kinds(asking, town) == []


def test_tyler_cannot_say_that_it_is_right(asking: Asking, town: Town) -> None:
    waiting_id = waiting_yes(asking, town)
    with asking(town.tyler, writes=True), pytest.raises(NoResultFound):
        recording.confirm_waiting(town.tyler.id, waiting_id)


def test_what_amina_says_is_wrong_comes_to_nothing(asking: Asking, town: Town) -> None:
    waiting_id = waiting_yes(asking, town)
    with asking(town.amina, writes=True):
        recording.refuse_waiting(town.amina.id, waiting_id)
        with pytest.raises(Conflict):
            recording.confirm_waiting(town.amina.id, waiting_id)


def test_after_28_days_it_is_gone(asking: Asking, town: Town) -> None:
    waiting_id = waiting_yes(asking, town)
    with time_machine.travel(clock() + timedelta(days=28)), asking(town.amina, writes=True):
        assert waiting_for(town.amina.id) == []
        with pytest.raises(Conflict, match="28 days"):
            recording.confirm_waiting(town.amina.id, waiting_id)
