from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import select

from portal.accounts.doors import RecoveryWords
from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.accounts.makers import remembered, type_pin
from tests.client import Client
from tests.conftest import Asking
from tests.makers import PIN

NEW: dict[str, Any] = {"pin": PIN, "new_pin": "tram 9 to the sea", "same_pin": "tram 9 to the sea"}


@pytest.fixture
def phone(client: Client, amina: CareLeaver) -> Client:
    type_pin(remembered(client, amina))
    return client


def test_amina_chooses_her_name_her_language_and_when_the_phone_locks(
    phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    answer = phone.fill_in("/settings/", called="Mina", lock_after_minutes="720", language="ti")
    assert answer.status_code == 303

    with asking(amina) as session:
        now = session.get_one(CareLeaver, amina.id)
        assert (now.called, now.lock_after_minutes, now.language) == ("Mina", 720, "ti")


@pytest.mark.parametrize("minutes", ["0", "721", "ten", ""])
def test_a_phone_locks_after_one_minute_to_twelve_hours(phone: Client, minutes: str) -> None:
    answer = phone.fill_in("/settings/", lock_after_minutes=minutes)

    assert answer.status_code == 422


def test_a_phone_out_of_sight_asks_for_the_pin_and_comes_back_to_the_same_page(
    phone: Client,
) -> None:
    with time_machine.travel(clock() + timedelta(minutes=11)):
        shut = phone.get("/settings/told?all=1&x=2")
        assert shut.location == "/sign-in?to=/settings/told%3Fall%3D1%26x%3D2"
        answer = phone.fill_in(shut.location, "/sign-in/pin", pin=PIN)

        assert answer.location == "/settings/told?all=1&x=2"
        assert phone.get("/settings/").status_code == 200


def test_a_sign_in_ends_after_twelve_hours_however_busy_it_was(
    phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    phone.fill_in("/settings/", lock_after_minutes="720")
    with time_machine.travel(clock(), tick=False) as clocks:
        for _ in range(3):
            clocks.shift(timedelta(hours=3, minutes=55))
            assert phone.get("/stay").status_code == 204
        clocks.shift(timedelta(minutes=16))

        assert phone.get("/stay").status_code == 303


def test_leaving_quickly_ends_the_sign_in_and_the_pin_alone_brings_her_back(
    phone: Client,
) -> None:
    phone.post("/leave")
    assert phone.get("/stay").status_code == 303

    assert type_pin(phone) == 303


def test_a_phone_can_be_locked_by_hand(phone: Client) -> None:
    phone.post("/lock")

    assert phone.get("/stay").status_code == 303


def test_a_new_pin_works_and_the_old_one_does_not(phone: Client) -> None:
    assert phone.fill_in("/settings/pin", **NEW).status_code == 303
    phone.post("/sign-out")

    assert type_pin(phone, PIN) == 422
    with time_machine.travel(clock() + timedelta(minutes=2)):
        assert type_pin(phone, "TRAM 9 to the sea") == 422
    with time_machine.travel(clock() + timedelta(minutes=9)):
        assert type_pin(phone, "tram 9  to the sea") == 303


def test_whoever_holds_an_open_phone_does_not_guess_its_pin(phone: Client) -> None:
    wrong = NEW | {"pin": "not hers"}
    tried = [phone.fill_in("/settings/pin", **wrong).status_code for _ in range(6)]

    assert tried == [422] * 5 + [429]


def test_new_recovery_words_replace_the_old_ones(
    phone: Client, amina: CareLeaver, asking: Asking
) -> None:
    for _ in range(2):
        assert phone.fill_in("/settings/words", pin=PIN).status_code == 200

    with asking(amina) as session:
        assert len(session.scalars(select(RecoveryWords)).all()) == 4
