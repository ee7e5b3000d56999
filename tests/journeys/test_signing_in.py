from __future__ import annotations

import pyotp
import pytest

from portal.accounts.actions import codes
from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from tests.journeys.browsing import LAPTOP, PHONE, Screen
from tests.journeys.checking import check_page
from tests.journeys.conftest import Browsing
from tests.makers import PASSPHRASE

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("screen", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_everybody_finds_help_and_what_happens_with_their_words(
    browsing: Browsing, screen: Screen
) -> None:
    page = browsing(screen)
    page.goto("/sign-in")
    check_page(page, "Sign in")
    page.get_by_role("link", name="Need help now?").click()
    check_page(page, "Need help now?")
    page.get_by_role("link", name="What happens with your words").click()
    check_page(page, "What happens with your words")
    page.get_by_role("link", name="Easier to use").click()
    check_page(page, "Easier to use")


def test_amina_sees_that_nobody_has_looked_yet(browsing: Browsing, amina: CareLeaver) -> None:
    page = browsing(PHONE, amina)
    page.goto("/who-looked/")
    check_page(page, "Who looked")


def test_jo_signs_in_with_his_passphrase_and_his_code(browsing: Browsing, jo: Staff) -> None:
    secret = codes.new_secret()
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        asking.get_one(Staff, jo.id).code_secret = secret
    page = browsing(LAPTOP)
    page.goto("/people/")
    check_page(page, "Sign in")
    page.get_by_label("Work email").fill(jo.email)
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_label("Six-digit code").fill(pyotp.TOTP(secret).now())
    page.get_by_role("button", name="Sign in").click()
    check_page(page, "People")
    page.get_by_role("button", name="Sign out").click()
    check_page(page, "Sign in")
