from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from portal.accounts.models import CareLeaver, Staff
from portal.consent import reading
from portal.db import clock
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.conftest import Opens
from tests.consent.makers import a_source, an_emergency, answered, on_record, said, yes_to

HERE = "/who-looked/"


def words_of(phone: Client, address: str = HERE) -> str:
    return " ".join(phone.page(address).select_one("main").get_text(" ").split())  # type: ignore[union-attr]


def test_before_anybody_looked_the_page_says_what_will_be_here(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    assert "Nobody has looked yet" in words_of(signed_in(amina))


def test_amina_reads_who_looked_and_why_but_never_her_words(
    signed_in: SignedInAs, asking: Asking, opens: Opens, amina: CareLeaver, jo: Staff
) -> None:
    with asking(amina, writes=True):
        first, second = said(amina, "The damp is back."), said(amina, "I passed!")
    with asking(jo, writes=True):
        reply = answered(first, jo, "I will ring housing.")
    opens(jo, first, second, reply)
    page = words_of(signed_in(amina))

    assert "Jo Marsh Personal adviser" in page
    assert "Saw 2 things you said and 1 answer." in page
    assert "Jo works with you as your PA" in page
    assert "damp" not in page
    assert "ring" not in page


def test_what_was_not_released_to_amina_is_called_her_record(
    signed_in: SignedInAs, asking: Asking, opens: Opens, amina: CareLeaver, town: Town
) -> None:
    with asking(town.jo, writes=True):
        note = on_record(amina, a_source("LCS", town.teams.leaving_care), "Visit.")
    opens(town.jo, note)

    assert "Saw 1 part of your record." in words_of(signed_in(amina))


def test_the_same_record_opened_twice_is_one_thing_and_two_times(
    signed_in: SignedInAs, asking: Asking, opens: Opens, amina: CareLeaver, priya: Staff
) -> None:
    with asking(amina, writes=True):
        entry = said(amina, "The damp is back.")
    opens(priya, entry)
    opens(priya, entry)
    card = signed_in(amina).page(HERE).select("main .card")

    assert len(card) == 1
    assert "Saw 1 thing you said." in card[0].get_text()
    assert "Priya manages your leaving care team." in card[0].get_text()
    assert card[0].get_text().count(":") + card[0].get_text().count("m,") >= 1


def test_harriet_is_said_to_have_a_yes_or_to_read_her_own_team(
    signed_in: SignedInAs, asking: Asking, opens: Opens, town: Town
) -> None:
    home = town.topics[3]
    with asking(town.amina, writes=True):
        entry = said(town.amina, "The damp is back.", topic_id=home.id, reach="chosen")
        yes_to(town.teams.housing, home, by=town.amina)
    opens(town.harriet, entry)

    assert "You said yes to this, or their own team wrote it." in words_of(signed_in(town.amina))


def test_an_emergency_that_is_held_back_shows_later_with_its_true_day(
    signed_in: SignedInAs, asking: Asking, opens: Opens, amina: CareLeaver, nadia: Staff
) -> None:
    with asking(amina, writes=True):
        entry = said(amina, "I am at my cousin's.")
        an_emergency(nadia, amina, held_back_until=clock() + timedelta(days=7))
    opens(nadia, entry)
    assert "Nobody has looked yet" in words_of(signed_in(amina))

    with time_machine.travel(clock() + timedelta(days=8)):
        page = words_of(signed_in(amina))
    assert "Nadia opened this in an emergency." in page
    assert (clock()).strftime("%-d %B") in page


def test_tyler_reads_nothing_of_who_looked_at_amina(
    signed_in: SignedInAs, asking: Asking, opens: Opens, town: Town
) -> None:
    with asking(town.amina, writes=True):
        entry = said(town.amina, "The damp is back.")
    opens(town.jo, entry)

    assert "Jo" not in words_of(signed_in(town.tyler))
    assert signed_in(town.jo).get(HERE).status_code == 404


def test_many_looks_come_a_page_at_a_time(
    signed_in: SignedInAs,
    asking: Asking,
    opens: Opens,
    town: Town,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "A_PAGE", 1)
    with asking(town.amina, writes=True):
        entry = said(town.amina, "The damp is back.")
    opens(town.jo, entry)
    opens(town.priya, entry)
    phone = signed_in(town.amina)
    older = phone.page(HERE).select_one("a[rel=next]")

    assert "Priya Nair" in words_of(phone)
    assert older is not None
    assert "Jo Marsh" in words_of(phone, str(older["href"]))
    assert phone.page(str(older["href"])).select_one("a[rel=prev]") is not None
