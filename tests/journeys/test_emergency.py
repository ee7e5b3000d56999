from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from portal.accounts.viewers import CareLeaverViewer
from portal.db import acting_as, clock
from tests.cast import Town
from tests.consent.makers import said
from tests.emergency.makers import REFERENCE, WHY, known_by
from tests.journeys.browsing import (
    LAPTOP,
    LAPTOP_WITHOUT_SCRIPT,
    PHONE,
    PHONE_WITHOUT_SCRIPT,
    Screen,
)
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.journeys.pages.emergency import EmergencyPage, ListPage
from tests.journeys.pages.own_voice import WhoLookedPage

pytestmark = pytest.mark.journey

SAID = "I am at my cousin's."
ANSWER = "You did not come home, and Nadia looked for where you could be."


@pytest.mark.parametrize(
    ("desk", "phone"),
    [
        pytest.param(LAPTOP, PHONE, id="with script"),
        pytest.param(LAPTOP_WITHOUT_SCRIPT, PHONE_WITHOUT_SCRIPT, id="without script"),
        pytest.param(PHONE, PHONE, id="all on phones"),
    ],
)
def test_nadia_opens_amina_in_an_emergency_amina_asks_why_and_priya_answers(
    browsing: Browsing, town: Town, desk: Screen, phone: Screen
) -> None:
    known_by(town.amina)
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=town.amina.id), writes=True):
        said(town.amina, SAID)
    nadia_opens_her(browsing(desk, town.nadia), f"/people/{town.amina.id}/")
    at_aminas, at_priyas = browsing(phone, town.amina), browsing(desk, town.priya)
    amina_is_told_and_asks(at_aminas)

    listed = ListPage(at_priyas)
    listed.look_at("Nadia Khan")
    listed.say_that_it_was_right()
    ListPage(at_priyas).answer("Amina", ANSWER)

    assert any(ANSWER in each for each in WhoLookedPage(at_aminas).lookers())


def nadia_opens_her(page: Page, address: str) -> None:
    page.goto(address)
    check_page(page, "There is no page here")
    EmergencyPage(page).open(REFERENCE, WHY, heading="Amina")
    expect(page.get_by_role("main")).to_contain_text(SAID)
    expect(page.get_by_role("main")).to_contain_text("Open to you in an emergency until")


def amina_is_told_and_asks(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text("opened your record in an emergency")
    looked = WhoLookedPage(page)
    expect(page.get_by_role("main")).to_contain_text("They said that you were missing.")
    assert any("Nadia Khan" in each for each in looked.lookers())
    page.get_by_role("button", name="I don’t understand this look").click()
    check_page(page, "Who looked")
    expect(page.get_by_role("main")).to_contain_text("You asked about this look")
