from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from playwright.sync_api import Page, expect

from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.journeys.browsing import LAPTOP, PHONE
from tests.journeys.conftest import Browsing
from tests.journeys.pages.coming_in import PinPage
from tests.journeys.pages.own_voice import SayPage
from tests.makers import PIN

pytestmark = pytest.mark.journey

WORDS = "I want to tell you about my"
KEPT_HERE = "Not sent. Kept safe on this phone for now."
WHAT_IS_KEPT = "() => JSON.stringify(localStorage)"


def begin(page: Page) -> SayPage:
    """Open the page, and wait until it can keep what is typed."""
    with page.expect_response("**/drafts/key*"):
        return SayPage(page)


def test_what_amina_typed_is_there_after_a_reload_and_on_her_laptop(
    browsing: Browsing, amina: CareLeaver
) -> None:
    page = browsing(PHONE, amina)
    say = begin(page)
    say.pick("Worry")
    say.words.fill(WORDS)
    expect(page.get_by_text("only you can see it until you send it")).to_be_visible()
    page.reload()
    expect(say.words).to_have_value(WORDS)
    expect(page.get_by_role("radio", name="Worry")).to_be_checked()
    expect(SayPage(browsing(LAPTOP, amina)).words).to_have_value(WORDS)


def test_what_amina_typed_without_a_signal_waits_sealed_on_her_phone(
    browsing: Browsing, amina: CareLeaver
) -> None:
    page = browsing(PHONE, amina)
    say = begin(page)
    page.context.set_offline(True)
    say.words.fill(WORDS)
    expect(page.get_by_text(KEPT_HERE)).to_be_visible()
    assert "draft" in page.evaluate(WHAT_IS_KEPT)
    assert WORDS not in page.evaluate(WHAT_IS_KEPT)
    page.close(run_before_unload=False)
    page.context.set_offline(False)
    again = begin(page.context.new_page())
    expect(again.words).to_have_value(WORDS)
    again.send()

    assert "draft" not in again.page.evaluate(WHAT_IS_KEPT)
    expect(SayPage(again.page).words).to_have_value("")


def test_what_amina_typed_is_there_when_her_sign_in_had_ended(
    browsing: Browsing, amina: CareLeaver
) -> None:
    page = browsing(PHONE, amina)
    say = begin(page)
    with time_machine.travel(clock() + timedelta(minutes=11)):
        say.words.fill(WORDS)
        expect(page.get_by_text(KEPT_HERE)).to_be_visible()
        page.reload()
        PinPage(page).come_back(PIN)
        expect(say.words).to_have_value(WORDS)
