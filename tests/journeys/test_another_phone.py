from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import CareLeaver, Staff
from tests.journeys.browsing import LAPTOP, PHONE, PHONE_WITHOUT_SCRIPT, Screen
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.coming_in import (
    InvitationPage,
    OtherPhonePage,
    PinPage,
    link_for_another_phone,
)
from tests.makers import PIN

pytestmark = pytest.mark.journey

NEW_PIN = "a boat in autumn"
OVER = "This link does not work any more"
TOLD = "What happened with your account"


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(PHONE, id="phone"),
        pytest.param(LAPTOP, id="laptop"),
        pytest.param(PHONE_WITHOUT_SCRIPT, id="without script"),
    ],
)
def test_amina_adds_a_phone_by_herself_and_strikes_it_off_again(
    browsing: Browsing, amina: CareLeaver, screen: Screen
) -> None:
    old, new, thief = browsing(PHONE, amina), browsing(screen), browsing(screen)
    link = link_for_another_phone(old)
    OtherPhonePage(new, link).come_in_by_pin(PIN)
    check_page(new, "Hi Amina")
    thief.goto(link)
    check_page(thief, OVER)

    read_what_happened(old)
    strike_off_the_other(old)
    new.goto("/my-voice/")
    check_page(new, "Sign in")


def test_amina_forgot_her_pin_and_comes_in_by_one_line_of_her_words(
    browsing: Browsing, amina: CareLeaver, jo: Staff
) -> None:
    old, new = browsing(PHONE, amina), browsing(PHONE)
    line = first_of_new_words(old)
    again = OtherPhonePage(new, link_from(browsing(LAPTOP, jo), amina.id))
    again.come_in_by_words(line.upper(), NEW_PIN)
    check_page(new, "Hi Amina")

    old.goto("/settings/")
    lock(old)
    PinPage(old).come_back(NEW_PIN)
    check_page(old, "Settings")


def test_without_pin_and_words_a_manager_sees_amina_and_her_old_phone_shuts_it_out(
    browsing: Browsing, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    old, new = browsing(PHONE, amina), browsing(PHONE)
    again = OtherPhonePage(new, link_from(browsing(LAPTOP, jo), amina.id))
    number = again.ask_for_a_manager()
    priya_sees_her(browsing(LAPTOP, priya), number)
    again.choose_after_confirming(NEW_PIN)
    check_page(new, "Hi Amina")

    old.goto("/settings/told")
    check_page(old, TOLD)
    expect(old.get_by_role("main")).to_contain_text("Was this you?")
    old.get_by_role("button", name="No, shut it out").click()
    check_page(old, TOLD)
    new.goto("/my-voice/")
    check_page(new, "Sign in")


def link_from(page: Page, person_id: UUID) -> str:
    return InvitationPage(page, person_id, "Amina").make_a_link()


def read_what_happened(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="1 thing happened with your account. Look.").click()
    check_page(page, TOLD)
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_role("link", name="happened with your account")).to_have_count(0)


def strike_off_the_other(page: Page) -> None:
    page.goto("/settings/")
    other = page.get_by_role("listitem").filter(has_text="Take this phone off")
    other = other.filter(has_not_text="this one")
    expect(other).to_have_count(1)
    other.get_by_role("button", name="Take this phone off").click()
    check_page(page, "Settings")
    expect(page.get_by_role("main")).to_contain_text("That phone is struck off.")


def first_of_new_words(page: Page) -> str:
    page.goto("/settings/words")
    check_page(page, "Get new recovery words")
    page.get_by_label("Your PIN").fill(PIN)
    page.get_by_role("button", name="Show me new words").click()
    check_page(page, "Keep these words")
    return page.get_by_role("main").get_by_role("listitem").first.inner_text()


def lock(page: Page) -> None:
    page.get_by_role("button", name="Sign out on this phone").click()
    page.goto("/settings/")


def priya_sees_her(page: Page, number: str) -> None:
    page.goto("/team/")
    check_page(page, "My team")
    asked = page.get_by_role("listitem").filter(has_text=number)
    asked.get_by_role("button", name="I see them, and the number is the same").click()
    check_page(page, "My team")
    expect(page.get_by_role("main")).to_contain_text("Nobody waits to be seen in person.")
