from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from portal.accounts.models import CareLeaver
from tests.journeys.browsing import LAPTOP
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("town")]

FURTHEST = 60  # presses


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus, as somebody does who has no mouse."""
    for _ in range(FURTHEST):
        page.keyboard.press("Tab")
        if wanted.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"{FURTHEST} presses of Tab do not reach {wanted}")


def test_amina_says_something_with_the_keyboard_alone(
    browsing: Browsing, amina: CareLeaver
) -> None:
    page = browsing(LAPTOP, amina)
    page.goto("/")
    check_page(page, "Hi Amina")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Say something"))
    page.keyboard.press("Enter")
    check_page(page, "Say something")
    send_nothing(page)
    mend_it(page)
    check_page(page, "Sent")
    expect(page.get_by_role("main")).to_contain_text("I found work.")
    expect(page.get_by_role("main")).to_contain_text("Jo, your PA can see this.")


def send_nothing(page: Page) -> None:
    tab_to(page, page.get_by_role("button", name="Send to Jo and leaving care"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_focused()
    check_page(page, "Say something")


def mend_it(page: Page) -> None:
    """From the summary into the box, and on to who sees it."""
    tab_to(page, page.get_by_role("link", name="Write something first."))
    page.keyboard.press("Enter")
    expect(page.get_by_label("In your own words")).to_be_focused()
    page.keyboard.type("I found work.")
    tab_to(page, page.get_by_role("radio", name="Leaving care", exact=True))
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("radio", name="Jo, your PA")).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Send to Jo", exact=True))
    page.keyboard.press("Enter")
