from __future__ import annotations

import re

import pyotp
import pytest
from playwright.sync_api import Page, expect

from portal.accounts.models import Staff
from tests.journeys.browsing import LAPTOP, LAPTOP_WITHOUT_SCRIPT, PHONE, Screen
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing

pytestmark = pytest.mark.journey

PASSPHRASE = "seven grey herons waiting"
LINK = re.compile(r"http\S+/joining/\S+")
KEY = re.compile(r"\b[A-Z2-7]{32}\b")


@pytest.mark.parametrize(
    "screen",
    [
        pytest.param(LAPTOP, id="laptop"),
        pytest.param(PHONE, id="phone"),
        pytest.param(LAPTOP_WITHOUT_SCRIPT, id="without script"),
    ],
)
def test_ada_adds_nina_who_chooses_her_way_in_by_a_link_that_works_once(
    browsing: Browsing, ada: Staff, screen: Screen
) -> None:
    page, at_ninas, thief = browsing(screen, ada), browsing(screen), browsing(screen)
    link = add_nina(page)
    at_ninas.goto(link)
    check_page(at_ninas, "Choose your way in")
    choose(at_ninas, "twelve or more", "not the same one")
    expect(at_ninas.get_by_role("alert")).to_contain_text("This is not the same passphrase.")
    check_page(at_ninas, "Choose your way in")
    choose(at_ninas, PASSPHRASE, PASSPHRASE)
    check_page(at_ninas, "Keep these codes")
    assert at_ninas.get_by_role("main").get_by_role("listitem").count() > 5
    at_ninas.get_by_role("link", name="I have kept them").click()
    check_page(at_ninas, "People")

    thief.goto(link)
    check_page(thief, "This link does not work any more")


def add_nina(page: Page) -> str:
    page.goto("/admin/staff/new")
    check_page(page, "Add a member of staff")
    page.get_by_label("Name", exact=True).fill("Nina Holt")
    page.get_by_label("Work email").fill("nina.holt@westmoor.example")
    page.get_by_label("Job").fill("Personal adviser")
    page.get_by_role("button", name="Add them").click()
    check_page(page, "Nina Holt")
    page.get_by_label("Team").select_option("Leaving care")
    page.get_by_label("Duty").select_option("personal adviser")
    page.get_by_role("button", name="Give this duty").click()
    expect(page.get_by_role("main")).to_contain_text("adviser, Leaving care")
    page.get_by_role("button", name="Make a new link").click()
    check_page(page, "Nina Holt")
    found = LINK.search(page.get_by_role("main").inner_text())
    assert found
    return found[0]


def choose(page: Page, passphrase: str, same: str) -> None:
    page.get_by_label("Choose a passphrase").fill(passphrase)
    page.get_by_label("Type the passphrase again").fill(same)
    page.get_by_text("The key, to type in").click()
    key = KEY.search(page.get_by_role("main").inner_text())
    assert key
    page.get_by_label("Six-digit code").fill(pyotp.TOTP(key[0]).now())
    page.get_by_role("button", name="Come in").click()
