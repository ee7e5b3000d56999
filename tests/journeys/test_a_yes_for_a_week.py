from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from portal.db import clock
from tests.cast import Town
from tests.journeys.browsing import LAPTOP, PHONE, PHONE_WITHOUT_SCRIPT, Screen
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.at_the_desk import PeoplePage
from tests.journeys.pages.own_voice import SayPage, WhoLookedPage
from tests.journeys.pages.sharing import BoardPage

pytestmark = pytest.mark.journey

SAID = "The damp is back in my room."
KEPT_CLOSE = "I argued with my flatmate about the washing up."
ANSWERS = "A manager answers by"


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(PHONE, id="phone"),
        pytest.param(PHONE_WITHOUT_SCRIPT, id="without script"),
    ],
)
def test_housing_sees_one_thing_for_a_week_and_amina_asks_about_the_look(
    browsing: Browsing, town: Town, screen: Screen
) -> None:
    phone = browsing(screen, town.amina)
    amina_says(phone, SAID, reach="Also the teams you said yes to", to="the teams I chose")
    amina_says(phone, KEPT_CLOSE, reach="Leaving care", to="Send to Jo and leaving care")
    amina_says_yes_for_a_week(phone)
    harriet_sees(browsing(LAPTOP, town.harriet), SAID)
    with time_machine.travel(clock() + timedelta(days=8)):
        harriet_sees_nothing(browsing(LAPTOP, town.harriet))
        later = browsing(screen, town.amina)
        home_says_that_it_ended(later)
        amina_asks_about_the_look(later)


def amina_says(page: Page, words: str, reach: str, to: str) -> None:
    say = SayPage(page)
    say.words.fill(words)
    say.is_about("Home")
    say.pick(reach)
    say.send(to)


def amina_says_yes_for_a_week(page: Page) -> None:
    housing = BoardPage(page).open("Housing")
    housing.answer("Home", "Yes")
    housing.for_this_week()
    first = housing.look_first()
    first.says("1 thing more")
    kept = first.keep()
    expect(page.get_by_role("main")).to_contain_text(KEPT_CLOSE)
    seen = kept.look_as("Housing")
    seen.shows(SAID)
    seen.hides(KEPT_CLOSE)
    seen.go_back()
    receipt = kept.open_receipt()
    receipt.says("Housing, home", "Yes, until", "A yes ends by itself")
    assert "Housing, about home" in receipt.keep_as_text()


def harriet_sees(page: Page, words: str) -> None:
    person = PeoplePage(page).open("Amina Yusuf", heading="Amina")
    expect(person.words).to_contain_text(words)
    expect(page.get_by_role("main")).not_to_contain_text(KEPT_CLOSE)


def harriet_sees_nothing(page: Page) -> None:
    PeoplePage(page).open("Amina Yusuf", heading="Amina")
    expect(page.get_by_role("main")).not_to_contain_text(SAID)


def home_says_that_it_ended(page: Page) -> None:
    page.goto("/")
    check_page(page, "Hi Amina")
    expect(page.get_by_role("main")).to_contain_text("1 yes of yours ended")
    expect(page.get_by_role("main")).to_contain_text("Housing about home")


def amina_asks_about_the_look(page: Page) -> None:
    looked = WhoLookedPage(page)
    (harriet,) = looked.lookers()
    assert "Harriet Lane" in harriet
    assert "Saw 1 thing you said" in harriet
    page.get_by_role("button", name="I don’t understand this look").click()
    check_page(page, "Who looked")
    expect(page.get_by_role("main")).to_contain_text(ANSWERS)
