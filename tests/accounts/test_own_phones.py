from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.accounts.doors import Phone, PhoneUse
from portal.accounts.models import CareLeaver, Telling
from tests.accounts.makers import browser, link_on, remembered, type_pin
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.makers import PIN


@pytest.fixture
def phone(client: Client, amina: CareLeaver) -> Client:
    type_pin(remembered(client, amina))
    return client


def test_another_phone_is_added_by_qr_and_asks_for_the_pin(
    phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    link, other = link_on(phone), browser(phone)
    assert other.fill_in(link, f"{link}/pin", pin=PIN).status_code == 303
    assert other.get("/settings/").status_code == 200

    with asking(amina) as session:
        assert len(session.scalars(select(Phone)).all()) == 2
        assert session.scalars(select(Telling.what)).all() == ["phone_added"]


def test_every_phone_is_told_on_every_page_until_it_was_read(
    phone: Client, amina: CareLeaver
) -> None:
    link = link_on(phone)
    browser(phone).fill_in(link, f"{link}/pin", pin=PIN)
    assert "1 thing happened with your account" in phone.get("/settings/").text

    phone.fill_in("/settings/told", "/settings/told")

    assert "happened with your account. Look" not in phone.get("/settings/").text


def test_a_phone_that_is_struck_off_shows_nothing_and_asks_for_no_pin(
    phone: Client, amina: CareLeaver, signed_in: SignedInAs, asking: Asking
) -> None:
    other = signed_in(amina)
    with asking(amina) as session:
        lost = session.scalars(select(PhoneUse.phone_id).where(PhoneUse.kind == "iPhone")).one()
    other.post(f"/settings/phones/{lost}/strike-off")

    assert phone.get("/settings/").location.startswith("/sign-in")
    assert phone.page("/sign-in").select_one("[name=pin]") is None
    assert other.get("/settings/").status_code == 200


def test_nobody_strikes_off_the_phone_of_another(
    phone: Client, amina: CareLeaver, tyler: CareLeaver, signed_in: SignedInAs, asking: Asking
) -> None:
    with asking(amina) as session:
        hers = session.scalars(select(Phone.id)).one()

    assert signed_in(tyler).post(f"/settings/phones/{hers}/strike-off").status_code == 404
    assert phone.get("/stay").status_code == 204
