from __future__ import annotations

import pytest
from playwright.sync_api import expect

from portal.accounts.models import CareLeaver, Staff
from tests.journeys.browsing import LAPTOP, LAPTOP_WITHOUT_SCRIPT, PHONE, Screen
from tests.journeys.conftest import Browsing
from tests.journeys.pages.by_law import LocksPage

pytestmark = pytest.mark.journey
WHY = "The council must check that your home is safe."


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(LAPTOP, id="laptop"),
        pytest.param(LAPTOP_WITHOUT_SCRIPT, id="without script"),
    ],
)
def test_ada_locks_what_the_law_shares_once_priya_confirms_it_and_amina_reads_why(
    browsing: Browsing, ada: Staff, priya: Staff, amina: CareLeaver, screen: Screen
) -> None:
    adas, phone = LocksPage(browsing(screen, ada)), browsing(PHONE, amina)
    adas.set("Housing", "home", WHY)
    adas.cannot_be_confirmed_by_oneself()
    phone.goto("/")
    expect(phone.get_by_text("By law we must share")).to_have_count(0)

    LocksPage(browsing(screen, priya)).confirm()

    phone.goto("/")
    expect(phone.get_by_text("what staff write on “home” with Housing")).to_be_visible()
    phone.goto("/sharing/")
    phone.get_by_role("link", name="Housing").first.click()
    expect(phone.get_by_text(WHY)).to_be_visible()

    LocksPage(adas.page).end("Housing, home")
    phone.goto("/")
    expect(phone.get_by_text("We need not share “home” with Housing")).to_be_visible()
