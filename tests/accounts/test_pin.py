from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from portal.accounts.actions.pins import what_to_mend
from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.accounts.makers import remembered, type_pin
from tests.client import Client
from tests.makers import PIN


@pytest.fixture
def phone(client: Client, amina: CareLeaver) -> Client:
    return remembered(client, amina)


def says(answer: object, words: str) -> bool:
    return words in getattr(answer, "text", "")


def test_amina_comes_back_with_her_pin_alone(phone: Client) -> None:
    page = phone.page("/sign-in")
    assert page.select_one("[name=email]") is None

    answer = phone.fill_in("/sign-in?to=/stay", "/sign-in/pin", pin=PIN)

    assert (answer.status_code, answer.location) == (303, "/stay")
    assert phone.get("/stay").status_code == 204


def test_wrong_pins_wait_longer_each_time_and_the_right_one_waits_too(phone: Client) -> None:
    with time_machine.travel(clock(), tick=False) as clocks:
        for minutes in (1, 5, 30, 60, 60):
            assert type_pin(phone, "not hers") == 422
            assert type_pin(phone) == 429
            clocks.shift(timedelta(minutes=minutes, seconds=-1))
            assert type_pin(phone) == 429
            clocks.shift(timedelta(seconds=2))

        assert type_pin(phone) == 303


def test_only_the_phone_with_wrong_pins_waits(phone: Client, amina: CareLeaver) -> None:
    other = remembered(phone.application.test_client(), amina)  # type: ignore[arg-type]
    type_pin(phone, "not hers")

    assert type_pin(other) == 303


def test_wrong_pins_are_told_at_the_next_coming_in(phone: Client) -> None:
    with time_machine.travel(clock(), tick=False) as clocks:
        type_pin(phone, "not hers")
        clocks.shift(timedelta(minutes=2))
        type_pin(phone)

        assert says(phone.get("/help-now"), "1 wrong PIN came from this phone")


def test_a_phone_is_forgotten_when_it_was_not_used_for_90_days(phone: Client) -> None:
    with time_machine.travel(clock() + timedelta(days=89)):
        assert phone.page("/sign-in").select_one("[name=pin]")
    with time_machine.travel(clock() + timedelta(days=91)):
        assert phone.page("/sign-in").select_one("[name=email]")


@pytest.mark.parametrize("to", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
def test_the_way_back_leads_to_our_own_pages_alone(phone: Client, to: str) -> None:
    assert phone.fill_in("/sign-in", "/sign-in/pin", pin=PIN, to=to).location == "/"


@pytest.mark.parametrize(
    "pin", ["12345", "111111", "123456", "121212", "987654", "sunny", "140703"]
)
def test_a_pin_that_is_easily_guessed_is_not_taken(pin: str) -> None:
    born = clock().date().replace(2003, 7, 14)

    assert what_to_mend(pin, born)


@pytest.mark.parametrize("pin", ["271828", "blue tram home", "قطار أزرق"])
def test_six_digits_or_words_make_a_pin(pin: str) -> None:
    assert what_to_mend(pin, None) is None
