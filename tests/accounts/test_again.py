"""Coming in again: with an old key, or through a manager, and what that opens when."""

from __future__ import annotations

from datetime import timedelta

import time_machine
from sqlalchemy import select

from portal.accounts.actions import arriving
from portal.accounts.doors import ComingInAgain
from portal.accounts.hashing import hash_of
from portal.accounts.models import CareLeaver, Staff, Telling
from portal.accounts.word_list import new_lines
from portal.db import clock
from tests.accounts.conftest import NEW
from tests.accounts.makers import browser, invite, type_pin
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.makers import PIN


def test_the_old_pin_opens_what_is_there_and_the_other_phone_is_told(
    link: str, old_phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    assert browser(old_phone).fill_in(link, f"{link}/pin", pin=PIN).status_code == 303
    assert "1 thing happened" in old_phone.get("/settings/").text

    with asking(amina) as session:
        assert session.get_one(CareLeaver, amina.id).known_since is None


def test_a_wrong_pin_on_a_link_is_told_waits_and_leaves_the_old_phone_alone(
    link: str, old_phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    other = browser(old_phone)
    wrong = other.fill_in(link, f"{link}/pin", pin="not hers")
    right = other.fill_in(link, f"{link}/pin", pin=PIN)
    assert (wrong.status_code, right.status_code) == (422, 422)
    with asking(amina) as session:
        assert session.scalars(select(Telling.what)).all() == ["wrong_keys"]
    assert old_phone.get("/stay").status_code == 204

    with time_machine.travel(clock() + timedelta(minutes=2)):
        assert other.fill_in(link, f"{link}/pin", pin=PIN).status_code == 303


def test_one_line_of_recovery_words_lets_her_in_once_with_a_new_pin(
    link: str,
    old_phone: Client,
    amina: CareLeaver,
    jo: Staff,
    signed_in: SignedInAs,
    asking: Asking,
) -> None:
    lines = new_lines()
    with asking(amina, writes=True):
        arriving.keep_words(amina.id, [hash_of(line) for line in lines])
    spoken = lines[2].title()
    other = browser(old_phone)
    assert other.fill_in(link, f"{link}/words", line=spoken, **NEW).status_code == 303

    again = invite(signed_in(jo), amina)
    assert (
        browser(old_phone).fill_in(again, f"{again}/words", line=spoken, **NEW).status_code == 422
    )
    old_phone.post("/leave")
    assert type_pin(old_phone, NEW["new_pin"]) == 303


def test_the_manager_who_sees_her_has_the_same_number_on_the_screen(
    link: str, client: Client, amina: CareLeaver, priya: Staff, signed_in: SignedInAs
) -> None:
    client.fill_in(link, f"{link}/ask")
    code = client.page(link).select_one("main strong")
    assert code is not None

    assert code.get_text() in signed_in(priya).page("/team/").get_text()


def test_the_manager_who_invited_does_not_confirm(
    client: Client, amina: CareLeaver, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    link = invite(signed_in(priya), amina)
    client.fill_in(link, f"{link}/ask")
    with asking(priya) as session:
        asked = session.scalars(select(ComingInAgain.id)).one()

    assert signed_in(priya).post(f"/team/again/{asked}/confirm").status_code == 403
    assert client.page(link).find("h1", string="A manager must see you")


def test_her_adviser_confirms_nobody(
    link: str, client: Client, jo: Staff, signed_in: SignedInAs, priya: Staff, asking: Asking
) -> None:
    client.fill_in(link, f"{link}/ask")
    with asking(priya) as session:
        asked = session.scalars(select(ComingInAgain.id)).one()

    assert signed_in(jo).post(f"/team/again/{asked}/confirm").status_code == 404


def test_without_a_manager_nobody_comes_in(link: str, client: Client) -> None:
    client.fill_in(link, f"{link}/ask")

    assert client.post(f"{link}/confirmed", data=NEW).status_code == 409
