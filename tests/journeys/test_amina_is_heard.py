from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.cast import Town
from tests.journeys.browsing import LAPTOP, PHONE, PHONE_WITHOUT_SCRIPT, Screen, Watch
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.at_the_desk import InboxPage, PeoplePage
from tests.journeys.pages.coming_in import InvitationPage, LinkPage
from tests.journeys.pages.own_voice import SayPage, SentPage, WhatHappenedPage, WhoLookedPage
from tests.makers import PIN

pytestmark = pytest.mark.journey

FIRST = "The damp is back in my room."
SAID = "The damp is back in my room, and I cough at night."
WRITTEN = "Visited. She was well, and the room was tidy."
ANSWER = "Thank you for telling me. I come on Friday and look at it with you."
PROMISE = "bring a machine that dries the air"
NEXT_WEEK = clock().date() + timedelta(days=7)


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(PHONE, id="phone"),
        pytest.param(LAPTOP, id="laptop"),
        pytest.param(PHONE_WITHOUT_SCRIPT, id="without script"),
    ],
)
@pytest.mark.usefixtures("case_note")
def test_amina_is_invited_and_heard_and_housing_hears_nothing(
    browsing: Browsing, amina_to_come: CareLeaver, town: Town, watch: Watch, screen: Screen
) -> None:
    at_jos, at_aminas = browsing(screen, town.jo), browsing(screen)
    link = InvitationPage(at_jos, amina_to_come.id, "Amina").make_a_link()
    LinkPage(at_aminas, link).come_in("Mina", PIN)
    check_page(at_aminas, "Hi Mina")
    amina_says_something(at_aminas)
    where_jo_read_it = jo_reads_answers_and_promises(at_jos)
    WhatHappenedPage(at_aminas).shows(SAID, ANSWER, PROMISE, "Jo")
    (jo_looked,) = WhoLookedPage(at_aminas).lookers()
    assert "Jo Marsh" in jo_looked
    assert "works with you as your PA" in jo_looked
    harriet_sees_nothing_of_it(browsing(screen, town.harriet), where_jo_read_it)

    assert watch.asked
    assert watch.elsewhere == []


def amina_says_something(page: Page) -> None:
    say = SayPage(page)
    say.pick("Experience")
    say.words.fill(FIRST)
    say.pick("Bad")
    say.pick("Change something")
    say.is_about("Home")
    say.send()
    sent = SentPage(page)
    sent.says(FIRST)
    sent.change_words(SAID)


def jo_reads_answers_and_promises(page: Page) -> str:
    InboxPage(page).waits(SAID)
    person = PeoplePage(page).open("Mina Yusuf", heading="Mina")
    expect(person.record).to_contain_text(WRITTEN)
    expect(person.words).to_contain_text(SAID)
    person.answer(ANSWER, to="Mina")
    person.promise(PROMISE, by=NEXT_WEEK, to="Mina")
    return person.address_of_entry()


def harriet_sees_nothing_of_it(page: Page, where_jo_read_it: str) -> None:
    """She works with Mina too, and Mina has said yes to no team."""
    PeoplePage(page).open("Mina Yusuf", heading="Mina")
    expect(page.get_by_role("heading", level=2)).to_contain_text(["Nothing yet"])
    for words in (SAID, WRITTEN, ANSWER, PROMISE):
        expect(page.get_by_role("main")).not_to_contain_text(words)
    page.goto(where_jo_read_it)
    check_page(page, "There is no page here")
