from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import CareLeaver, Staff
from tests.journeys.browsing import LAPTOP, SMALL_PHONE
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.at_the_desk import PeoplePage
from tests.journeys.pages.own_voice import SayPage, SentPage, WhatHappenedPage, WhoLookedPage

pytestmark = pytest.mark.journey

SAID = "أريد غرفة أقرب إلى المدرسة، من فضلكم."
CHANGED = "أريد غرفة أقرب إلى مدرستي (St Mary's)، من فضلكم."
TURN_ROUND = """document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.dir = "rtl";
});"""
DIRECTION = "each => getComputedStyle(each).direction"


def test_amina_says_something_in_arabic_on_pages_read_from_the_right(
    browsing: Browsing, amina: CareLeaver, jo: Staff
) -> None:
    page = browsing(SMALL_PHONE, amina)
    page.add_init_script(TURN_ROUND)
    page.goto("/")
    assert page.locator("html").evaluate(DIRECTION) == "rtl"
    check_page(page, "Hi Amina")
    say = SayPage(page)
    say.pick("Idea")
    say.words.fill(SAID)
    say.send()
    SentPage(page).change_words(CHANGED)
    WhatHappenedPage(page)
    jo_reads_it_from_the_right(browsing(LAPTOP, jo))
    WhoLookedPage(page)
    page.goto("/settings/")
    check_page(page, "Settings")
    page.goto("/help-now")
    check_page(page, "Need help now?")


def jo_reads_it_from_the_right(page: Page) -> None:
    """On his own page, which goes from the left."""
    PeoplePage(page).open("Amina Yusuf", heading="Amina")
    words = page.get_by_text(CHANGED)
    expect(words).to_be_visible()

    assert page.locator("html").evaluate(DIRECTION) == "ltr"
    assert words.evaluate(DIRECTION) == "rtl"
