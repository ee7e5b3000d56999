"""Of what was not released to Amina, the page says only that it is there."""

from __future__ import annotations

from portal.accounts.models import CareLeaver
from portal.records.models import Source
from tests.casefile.reading import words_of
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking
from tests.consent.makers import a_source, an_emergency, on_record
from tests.makers import fixed_id
from tests.sharing.kept import counted

HOME = fixed_id("home")
MORE = "has more about you that was not released to you"


def test_what_was_not_released_is_not_there_and_not_counted(
    phone: Client, housing: str, asking: Asking, town: Town, amina: CareLeaver, repairs: Source
) -> None:
    assert MORE not in words_of(phone, housing)
    with asking(town.harriet, writes=True):
        on_record(amina, repairs, "Neighbours complain.", topic_id=HOME)
    one = phone.get(housing).text
    with asking(town.harriet, writes=True):
        on_record(amina, repairs, "They complain again.", topic_id=HOME)

    assert MORE in one
    assert "complain" not in one
    assert counted(phone.get(housing).text) == counted(one)


def test_it_says_nothing_of_what_housing_cannot_see_either(
    phone: Client, housing: str, asking: Asking, town: Town, amina: CareLeaver
) -> None:
    with asking(town.jo, writes=True):
        on_record(amina, a_source("LCS", town.teams.leaving_care), "For us.", topic_id=HOME)

    assert MORE not in words_of(phone, housing)


def test_an_emergency_that_is_held_back_does_not_show(
    phone: Client, housing: str, asking: Asking, town: Town, amina: CareLeaver
) -> None:
    before = counted(phone.get(housing).text)
    with asking(town.harriet, writes=True):
        an_emergency(town.harriet, amina)

    assert counted(phone.get(housing).text) == before
