from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from portal.accounts.models import Staff
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from tests.cast import Town
from tests.consent.makers import a_source, on_record, said
from tests.journeys.browsing import LAPTOP
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.at_the_desk import PeoplePage

pytestmark = pytest.mark.journey

NEW, OLD, WRITTEN = "The tap drips.", "I like my room.", "Visited. She was well."
ONE_THAT_HAS_THE_FOCUS = "[data-key]:focus-within, [data-key]:focus"


@pytest.fixture
def jo_with_three_to_read(town: Town) -> Staff:
    """Two entries of Amina's, and between them what the record says."""
    now = clock()
    with acting_as(Housekeeping(now=now, name="import"), writes=True):
        said(town.amina, OLD, made_at=now - timedelta(days=9))
        source, day = a_source("LCS", town.teams.leaving_care), (now - timedelta(days=5)).date()
        on_record(town.amina, source, WRITTEN, happened_on=day)
        said(town.amina, NEW, made_at=now)
    return town.jo


def here(page: Page) -> Locator:
    return page.locator(ONE_THAT_HAS_THE_FOCUS)


def test_j_and_k_go_through_words_and_records_by_day_and_stop_at_both_ends(
    browsing: Browsing, jo_with_three_to_read: Staff
) -> None:
    page = browsing(LAPTOP, jo_with_three_to_read)
    PeoplePage(page).open("Amina Yusuf", heading="Amina")
    for key, words in zip("jjjjkk", (NEW, WRITTEN, OLD, OLD, WRITTEN, NEW), strict=True):
        page.keyboard.press(key)
        expect(here(page)).to_contain_text(words)
        expect(here(page)).to_be_in_viewport()
    page.keyboard.press("k")
    expect(here(page)).to_contain_text(NEW)

    check_page(page, "Amina")


def test_where_j_goes_enter_opens_the_answer_and_keys_are_letters_again(
    browsing: Browsing, jo_with_three_to_read: Staff
) -> None:
    page = browsing(LAPTOP, jo_with_three_to_read)
    PeoplePage(page).open("Amina Yusuf", heading="Amina")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    box = page.get_by_label("Your answer")
    box.focus()
    page.keyboard.type("jk/? joking")

    expect(box).to_have_value("jk/? joking")
    expect(box).to_be_focused()


def test_a_slash_goes_to_what_chooses_and_a_question_mark_says_the_keys(
    browsing: Browsing, jo_with_three_to_read: Staff
) -> None:
    page = browsing(LAPTOP, jo_with_three_to_read)
    PeoplePage(page).open("Amina Yusuf", heading="Amina")
    page.keyboard.press("/")
    expect(page.locator("summary", has_text="Choose what you see")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("navigation", name="Kind")).to_be_visible()
    page.keyboard.press("?")
    expect(page.get_by_text("j next, k the one before")).to_be_visible()
    check_page(page, "Amina")


def test_on_the_caseload_a_slash_goes_to_the_box_that_finds(
    browsing: Browsing, jo_with_three_to_read: Staff
) -> None:
    page = browsing(LAPTOP, jo_with_three_to_read)
    PeoplePage(page)
    page.keyboard.press("/")
    expect(page.get_by_label("Find by name")).to_be_focused()
    page.keyboard.type("jk")

    expect(page.get_by_label("Find by name")).to_have_value("jk")
