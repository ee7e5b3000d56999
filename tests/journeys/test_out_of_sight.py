from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page

from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.journeys.browsing import PHONE, PHONE_WITHOUT_SCRIPT
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.coming_in import PinPage
from tests.makers import PIN

pytestmark = pytest.mark.journey

PUT_AWAY = """() => {
  Object.defineProperty(document, "hidden", {value: true, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def put_away(page: Page) -> None:
    """No window of a browser without a screen is ever hidden: this one only says so."""
    page.evaluate(PUT_AWAY)


def test_amina_puts_her_phone_away_and_it_asks_for_her_pin(
    browsing: Browsing, amina: CareLeaver
) -> None:
    page = browsing(PHONE, amina)
    page.clock.install()
    page.goto("/who-looked/")
    check_page(page, "Who looked")
    put_away(page)
    with time_machine.travel(clock() + timedelta(minutes=11)):
        page.clock.fast_forward("11:00")
        PinPage(page).come_back(PIN)
        check_page(page, "Who looked")


def test_amina_comes_back_after_eleven_minutes_without_script(
    browsing: Browsing, amina: CareLeaver
) -> None:
    page = browsing(PHONE_WITHOUT_SCRIPT, amina)
    page.goto("/who-looked/")
    check_page(page, "Who looked")
    with time_machine.travel(clock() + timedelta(minutes=11)):
        page.reload()
        PinPage(page).come_back(PIN)
        check_page(page, "Who looked")
