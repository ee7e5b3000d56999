from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine

from portal.accounts.models import CareLeaver
from portal.accounts.viewers import Housekeeping
from portal.consent.actions.agreeing import name_adult
from portal.consent.models import SharingTerms
from portal.db import acting_as, clock
from tests.cast import Town
from tests.conftest import SignedInAs
from tests.sharing.boards import BOARD, choose_on, chosen, page_of, words_of

pytestmark = pytest.mark.usefixtures("amina_of_17")


@pytest.fixture
def birthday(town: Town) -> date:
    return clock().date() + timedelta(days=40)


@pytest.fixture
def amina_of_17(town: Town, birthday: date) -> None:
    """She turns 18 in forty days, and the council asks Priya too."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        asking.get_one(CareLeaver, town.amina.id).born_on = birthday.replace(
            year=birthday.year - 18
        )
        asking.add(
            SharingTerms(months=12, asks_adult=True, text_version="1", set_by_id=town.ada.id)
        )
        asking.flush()
        name_adult(town.ada.id, town.amina.id, town.priya.id)


def test_the_board_says_who_is_asked_too_and_when_that_ends(
    signed_in: SignedInAs, town: Town
) -> None:
    phone = signed_in(town.amina)
    for address in (BOARD, page_of(town.teams.housing)):
        page = words_of(phone.page(address))

        assert "When you say yes, Priya Nair is asked to say yes too." in page
        assert "On your 18th birthday this ends by itself." in page


def test_a_yes_waits_and_says_so_but_a_not_now_does_not(signed_in: SignedInAs, town: Town) -> None:
    housing, phone = town.teams.housing, signed_in(town.amina)
    saved = words_of(phone.page(choose_on(phone, housing, [(town.topics[3], "yes")])))
    assert "waits for the adult who is asked too" in saved
    choose_on(phone, housing, [(town.topics[6], "not_now")])

    page = phone.page(page_of(housing))
    assert "You said yes. It waits for the adult" in words_of(page)
    assert chosen(page, housing, town.topics[3]) == "yes"
    assert chosen(page, housing, town.topics[6]) == "not_now"


def test_from_her_birthday_on_nobody_else_is_asked(
    signed_in: SignedInAs, town: Town, birthday: date
) -> None:
    housing, home = town.teams.housing, town.topics[3]
    choose_on(signed_in(town.amina), housing, [(home, "yes")])
    with time_machine.travel(clock() + timedelta(days=41)):
        page = words_of(signed_in(town.amina).page(page_of(housing)))

    assert "asked to say yes too" not in page
    assert "You said yes. It waits" not in page
