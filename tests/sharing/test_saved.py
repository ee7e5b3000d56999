from __future__ import annotations

from datetime import timedelta

import time_machine

from portal.accounts.viewers import Housekeeping
from portal.consent.models import Look
from portal.db import acting_as, clock
from portal.web.dates import on_day
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import a_source, on_record
from tests.sharing.boards import choose_on, chose, not_now, words_of, yes
from tests.voice.makers import said


def test_a_not_now_says_what_stops_and_what_harriet_has_read(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    said(town.amina, "The damp is back.", topic_id=home.id, reach="chosen")
    said(town.amina, "I have no money.", topic_id=town.topics[6].id, reach="chosen")
    chose(town.amina, yes(housing, home), yes(housing, town.topics[6]))
    signed_in(town.harriet).page(f"/people/{town.amina.id}/")
    page = words_of(phone.page(choose_on(phone, housing, [(home, "not_now")])))

    assert "Housing cannot open your words about this any more." in page
    assert f"{on_day(clock())}: Harriet Lane saw 1 thing you said" in page
    assert "What somebody has read, they have read." in page


def test_the_very_next_page_of_harriet_holds_nothing(signed_in: SignedInAs, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    said(town.amina, "The damp is back.", topic_id=home.id, reach="chosen")
    chose(town.amina, yes(housing, home))
    desk = signed_in(town.harriet)
    assert "The damp is back." in desk.page(f"/people/{town.amina.id}/").text

    choose_on(signed_in(town.amina), housing, [(home, "not_now")])

    assert "The damp is back." not in desk.page(f"/people/{town.amina.id}/").text


def test_a_not_now_after_which_nobody_had_looked_says_so(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    chose(town.amina, yes(housing, home))
    page = words_of(phone.page(choose_on(phone, housing, [(home, "not_now")])))
    with asking(town.amina) as asked:
        assert asked.query(Look).count() == 0

    assert "Nobody of Housing opened anything about this." in page


def test_what_was_read_long_ago_keeps_its_day(signed_in: SignedInAs, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    said(town.amina, "The damp is back.", topic_id=home.id, reach="chosen")
    chose(town.amina, yes(housing, home))
    signed_in(town.harriet).page(f"/people/{town.amina.id}/")
    day = on_day(clock())
    with time_machine.travel(clock() + timedelta(days=20)):
        receipt = chose(town.amina, not_now(housing, home))
        page = words_of(signed_in(town.amina).page(f"/sharing/saved/{receipt.id}/"))

    assert f"{day}: Harriet Lane" in page


def test_what_harriet_opened_and_amina_was_not_given_is_not_called_nothing(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home = town.teams.housing, town.topics[3]
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        source = a_source("LCS", town.teams.leaving_care)
        on_record(town.amina, source, "Visit.", topic_id=home.id, reach="chosen")
    chose(town.amina, yes(housing, home))
    signed_in(town.harriet).page(f"/people/{town.amina.id}/")
    phone = signed_in(town.amina)
    page = words_of(phone.page(choose_on(phone, housing, [(home, "not_now")])))

    assert "They opened parts of your record that you were not given." in page
    assert "Nobody of Housing opened anything" not in page
