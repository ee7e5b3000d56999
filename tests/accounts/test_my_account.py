from __future__ import annotations

import re
from typing import Any

import pyotp
import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select

from portal.accounts.actions import joining
from portal.accounts.doors import SignIn
from portal.accounts.models import Staff
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, session
from tests.accounts.makers import browser, sign_in
from tests.client import Client
from tests.conftest import SignedInAs
from tests.makers import PASSPHRASE

NEW = "a tram to the harbour"
CHOSEN: dict[str, Any] = {"new_passphrase": NEW, "same_passphrase": NEW}
PROVED: dict[str, Any] = {"passphrase": PASSPHRASE}
SAM = "sam.okafor@westmoor.example"


@pytest.fixture
def link(ada: Staff, sam: Staff) -> str:
    with acting_as(Nobody(now=clock()), writes=True):
        return f"/joining/{joining.invite(sam.id, ada.id)}"


def test_sam_chooses_a_passphrase_and_an_authenticator_and_keeps_codes_shown_once(
    link: str, client: Client
) -> None:
    answer = client.fill_in(link, link, code=_code_on(client, link)[1], **CHOSEN)
    assert answer.status_code == 422

    answer = _join(client, link)
    codes = BeautifulSoup(answer.text, "html.parser").select("ul.card li")
    assert len(codes) == 8
    assert client.get("/my-account/").status_code == 200
    assert browser(client).get(link).status_code == 404
    assert sign_in(browser(client), SAM, NEW, codes[3].get_text()) == 303


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaaaaaa", "sam.okafor at work"])
def test_a_weak_passphrase_is_not_taken(link: str, client: Client, weak: str) -> None:
    answer = client.fill_in(link, link, new_passphrase=weak, same_passphrase=weak)

    assert answer.status_code == 422
    assert client.get(link).status_code == 200


def test_a_change_ends_the_other_sign_ins_and_shows_to_the_manager(
    jo: Staff, priya: Staff, signed_in: SignedInAs
) -> None:
    here, elsewhere = signed_in(jo), signed_in(jo)
    address = "/my-account/passphrase"
    assert here.fill_in("/my-account/", address, **PROVED, **CHOSEN).status_code == 303

    assert here.get("/my-account/").status_code == 200
    assert elsewhere.get("/my-account/").status_code == 303
    assert "Jo Marsh: a new passphrase" in _words(signed_in(priya), "/team/")


def test_a_change_asks_for_the_passphrase(jo: Staff, signed_in: SignedInAs) -> None:
    here = signed_in(jo)
    wrong = CHOSEN | {"passphrase": "not hers at all"}
    tried = [
        here.fill_in("/my-account/", "/my-account/passphrase", **wrong).status_code
        for _ in range(6)
    ]

    assert tried == [422] * 5 + [429]


def test_jo_has_a_new_email_but_not_that_of_another(jo: Staff, signed_in: SignedInAs) -> None:
    here, address = signed_in(jo), "/my-account/email"
    taken = here.fill_in("/my-account/", address, email=SAM, **PROVED)
    odd = here.fill_in("/my-account/", address, email="jo at work", **PROVED)
    new = here.fill_in("/my-account/", address, email="Jo.Brown@westmoor.example", **PROVED)

    assert [taken.status_code, odd.status_code, new.status_code] == [422, 422, 303]
    assert "jo.brown@westmoor.example" in _words(here, "/my-account/")


def test_another_authenticator_brings_new_recovery_codes(jo: Staff, signed_in: SignedInAs) -> None:
    here, elsewhere = signed_in(jo), signed_in(jo)
    page = here.page("/my-account/")
    secret = page.select_one("p.mono")
    form = page.select_one("form[action='/my-account/authenticator']")
    assert secret is not None
    assert form is not None
    sealed = form.select_one("[name=sealed]")
    assert sealed is not None
    sent = PROVED | {"sealed": sealed["value"], "code": _now(secret.get_text())}

    answer = here.post("/my-account/authenticator", data=sent)

    assert "Keep these codes" in answer.text
    assert elsewhere.get("/my-account/").status_code == 303


def test_jo_ends_a_sign_in_of_hers_and_nobody_elses(
    jo: Staff, sam: Staff, signed_in: SignedInAs
) -> None:
    here, elsewhere, other = signed_in(jo), signed_in(jo), signed_in(sam)
    with acting_as(Nobody(now=clock())):
        sams = session.scalars(select(SignIn.id).where(SignIn.staff_id == sam.id)).one()
    form = here.page("/my-account/").select_one("form[action^='/my-account/sign-ins']")
    assert form is not None

    assert here.post(str(form["action"])).status_code == 303
    assert elsewhere.get("/my-account/").status_code == 303
    assert here.post(f"/my-account/sign-ins/{sams}/end").status_code == 404
    assert other.get("/my-account/").status_code == 200


def _code_on(browser: Client, link: str) -> tuple[str, str]:
    page = browser.get(link).text
    secret = re.search(r'class="mono"[^>]*>([A-Z2-7]+)<', page)
    sealed = re.search(r'name="sealed" value="([^"]+)"', page)
    assert secret
    assert sealed
    return sealed[1], _now(secret[1])


def _join(browser: Client, link: str) -> Any:
    sealed, code = _code_on(browser, link)
    return browser.post(link, data=CHOSEN | {"sealed": sealed, "code": code})


def _now(secret: str) -> str:
    return pyotp.TOTP(secret).at(int(clock().timestamp()))


def _words(browser: Client, address: str) -> str:
    return " ".join(browser.page(address).get_text(" ").split()).replace(" :", ":")
