from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import CareLeaver, Staff
from tests.journeys.browsing import LAPTOP, PHONE, PHONE_WITHOUT_SCRIPT, Screen
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.at_the_desk import PeoplePage
from tests.journeys.pages.written_down import HandOverPage, WriteDownPage
from tests.makers import PIN

pytestmark = pytest.mark.journey

SAID = "I want to cook for myself, and I do not know how."
OF_HER_OWN = ("/my-voice/", "/what-happened/", "/who-looked/", "/settings/")
AMINA = "Amina Yusuf"


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(LAPTOP, id="laptop"),
        pytest.param(PHONE, id="phone"),
        pytest.param(PHONE_WITHOUT_SCRIPT, id="without script"),
    ],
)
def test_jo_writes_down_what_amina_says_and_her_pin_confirms_it_and_opens_nothing_else(
    browsing: Browsing, jo: Staff, priya: Staff, screen: Screen
) -> None:
    page, at_priyas = browsing(screen, jo), browsing(LAPTOP, priya)
    handed = hand_over(page)
    priya_reads(at_priyas, "Nothing yet")
    expect(page.get_by_role("navigation", name="Places")).to_have_count(0)
    handed.type_wrong_pin(left=2)
    handed.type_pin(PIN)
    handed.is_confirmed()
    priya_reads(at_priyas, SAID)

    nothing_of_hers_is_open(page)


def test_after_three_wrong_pins_amina_says_yes_on_her_own_phone(
    browsing: Browsing, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    page, phone, at_priyas = browsing(LAPTOP, jo), browsing(PHONE, amina), browsing(LAPTOP, priya)
    handed = hand_over(page)
    handed.type_wrong_pin(left=2)
    handed.type_wrong_pin(left=1)
    handed.type_pin("000000")
    expect(page.get_by_role("main")).to_contain_text("Now you can only say so on your own phone")
    expect(page.get_by_label("Your PIN")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Your PIN")).to_have_count(0)
    priya_reads(at_priyas, "Nothing yet")

    amina_says_yes(phone)
    priya_reads(at_priyas, SAID)
    amina_takes_it_back(phone)
    priya_does_not_read_it(at_priyas)


def hand_over(page: Page) -> HandOverPage:
    PeoplePage(page).open(AMINA, heading="Amina")
    handed = WriteDownPage(page, "Amina").write(SAID)
    expect(page.get_by_role("main")).to_contain_text(SAID)
    return handed


def amina_says_yes(phone: Page) -> None:
    phone.goto("/")
    check_page(phone, "Hi Amina")
    phone.get_by_role("link", name="Read it and decide").click()
    check_page(phone, "What you said")
    expect(phone.get_by_role("main")).to_contain_text("Jo wrote this down for you")
    phone.get_by_role("button", name="Yes, this is right").click()
    check_page(phone, "What you said")
    expect(phone.get_by_role("main")).to_contain_text("on your own phone")


def amina_takes_it_back(phone: Page) -> None:
    phone.get_by_role("button", name="This is not what I said").click()
    check_page(phone, "What you said")


def priya_reads(page: Page, words: str) -> None:
    PeoplePage(page).open(AMINA, heading="Amina")
    expect(page.get_by_role("main")).to_contain_text(words)


def priya_does_not_read_it(page: Page) -> None:
    PeoplePage(page).open(AMINA, heading="Amina")
    expect(page.get_by_role("main")).not_to_contain_text(SAID)


def nothing_of_hers_is_open(page: Page) -> None:
    """On Jo's device, which is still Jo's."""
    page.get_by_role("link", name="Go on").click()
    check_page(page, "Amina")
    for address in OF_HER_OWN:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404, address
        check_page(page, "There is no page here")
