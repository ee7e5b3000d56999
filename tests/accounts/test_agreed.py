"""After a manager said that it is her: what opens when, and who can stop it."""

from __future__ import annotations

from datetime import timedelta

import time_machine
from bs4 import BeautifulSoup
from sqlalchemy import select

from portal.accounts.background import keep_house
from portal.accounts.doors import Phone
from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.accounts.conftest import NEW, ComesIn
from tests.accounts.makers import type_pin
from tests.client import Client
from tests.conftest import Asking
from tests.makers import PIN


def test_what_is_only_hers_stays_shut_until_her_old_phone_says_yes(
    comes_in: ComesIn, old_phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    new_phone = comes_in()
    with asking(amina) as session:
        assert session.get_one(CareLeaver, amina.id).known_since is not None
    assert "A manager said that it was you" in old_phone.get("/settings/told").text
    assert "Priya Nair" in old_phone.get("/who-looked/").text
    assert _answers(new_phone) == []

    assert old_phone.post(_answers(old_phone)[0]).status_code == 303
    with asking(amina) as session:
        assert session.get_one(CareLeaver, amina.id).known_since is None


def test_her_old_phone_says_no_and_the_new_one_is_out_at_once(
    comes_in: ComesIn, old_phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    new_phone = comes_in()
    old_phone.post(_answers(old_phone)[1])

    assert new_phone.get("/stay").status_code == 303
    assert new_phone.page("/sign-in").select_one("[name=pin]") is None
    old_phone.post("/leave")
    assert type_pin(old_phone, PIN) == 303


def test_a_phone_that_is_not_agreed_to_neither_shuts_out_others_nor_answers_for_itself(
    comes_in: ComesIn, old_phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    new_phone = comes_in()
    yes = _answers(old_phone)[0]
    with asking(amina) as session:
        phones = session.scalars(select(Phone.id)).all()
    struck = [new_phone.post(f"/settings/phones/{each}/strike-off").status_code for each in phones]

    assert 403 in struck
    assert old_phone.get("/stay").status_code == 204
    assert new_phone.post(yes).status_code in (303, 403)
    with asking(amina) as session:
        assert session.get_one(CareLeaver, amina.id).known_since is not None


def test_seven_days_unopposed_open_everything_and_the_new_pin_is_hers(
    comes_in: ComesIn, old_phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    comes_in()
    with time_machine.travel(clock() + timedelta(days=6)):
        keep_house.do()
    with asking(amina) as session:
        assert session.get_one(CareLeaver, amina.id).known_since is not None

    with time_machine.travel(clock() + timedelta(days=7, minutes=1)):
        keep_house.do()
        with asking(amina) as session:
            assert session.get_one(CareLeaver, amina.id).known_since is None
        assert type_pin(old_phone, NEW["new_pin"]) == 303


def _answers(phone: Client) -> list[str]:
    page = BeautifulSoup(phone.get("/settings/told").text, "html.parser")
    return [str(form["action"]) for form in page.select("form[action^='/settings/again']")]


def test_after_seven_days_she_is_taken_for_herself_though_nothing_went_by_itself(
    comes_in: ComesIn,
) -> None:
    new_phone = comes_in()
    assert new_phone.post("/settings/phones/add").status_code == 403

    with time_machine.travel(clock() + timedelta(days=7, minutes=1)):
        assert type_pin(new_phone, NEW["new_pin"]) == 303
        assert new_phone.post("/settings/phones/add").status_code == 200
