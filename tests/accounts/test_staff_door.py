from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from portal.accounts.actions import codes
from portal.accounts.doors import Attempt, SignIn
from portal.accounts.models import Staff
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, session
from tests.accounts.makers import browser, code_now, sign_in, with_authenticator
from tests.client import Client
from tests.conftest import Asking
from tests.makers import PASSPHRASE

EMAIL = "jo.marsh@westmoor.example"


@pytest.fixture
def desk(client: Client, jo: Staff) -> Client:
    with_authenticator(jo)
    return client


def test_jo_comes_in_with_email_passphrase_and_code(desk: Client) -> None:
    assert sign_in(desk, "Jo.Marsh@Westmoor.example") == 303
    assert desk.get("/my-account/").status_code == 200


def test_a_code_works_once(desk: Client) -> None:
    with time_machine.travel(clock(), tick=False):
        code = code_now()
        assert sign_in(desk, EMAIL, code=code) == 303

        assert sign_in(browser(desk), EMAIL, code=code) == 422


def test_an_older_code_does_not_work_after_a_newer_one(desk: Client) -> None:
    with time_machine.travel(clock(), tick=False) as clocks:
        older = code_now()
        clocks.shift(timedelta(seconds=30))
        assert sign_in(desk, EMAIL) == 303

        assert sign_in(browser(desk), EMAIL, code=older) == 422


def test_a_recovery_code_lets_jo_in_once_without_the_authenticator(
    desk: Client, jo: Staff, asking: Asking
) -> None:
    with asking(jo, writes=True):
        one, *_ = codes.new_recovery_codes(jo.id)
    assert sign_in(desk, EMAIL, code=one.upper().replace("-", " ")) == 303

    assert sign_in(browser(desk), EMAIL, code=one) == 422


def test_a_wrong_name_and_a_wrong_passphrase_look_and_take_the_same(desk: Client) -> None:
    answers, times = [], []
    for email, passphrase in ((EMAIL, "not hers at all"), ("nobody@westmoor.example", PASSPHRASE)):
        tries = []
        for _ in range(3):
            started = perf_counter()
            asked = {"email": email, "passphrase": passphrase, "code": "123456"}
            answer = browser(desk).fill_in("/sign-in", "/sign-in", **asked)  # type: ignore[arg-type]
            tries.append(perf_counter() - started)
        times.append(min(tries))
        answers.append((answer.status_code, _without_tokens(answer.text).replace(email, "")))

    assert answers[0] == answers[1]
    assert 0.4 < times[0] / times[1] < 2.5


def test_somebody_who_guesses_waits_and_the_real_jo_comes_in_where_she_did_before(
    desk: Client,
) -> None:
    with time_machine.travel(clock(), tick=False) as clocks:
        assert sign_in(desk, EMAIL) == 303
        desk.post("/sign-out")
        guesser = browser(desk)
        tries = [sign_in(guesser, EMAIL, "guess") for _ in range(12)]
        assert tries == [422] * 10 + [429] * 2
        clocks.shift(timedelta(seconds=31))

        assert sign_in(desk, EMAIL) == 303


def test_nobody_waits_for_ever(desk: Client) -> None:
    for _ in range(11):
        sign_in(desk, EMAIL, "guess")

    with time_machine.travel(clock() + timedelta(minutes=16)):
        assert sign_in(browser(desk), EMAIL) == 303


def test_no_name_and_no_address_is_kept_of_tries(desk: Client) -> None:
    sign_in(desk, EMAIL, "guess")

    with acting_as(Nobody(now=clock())):
        kept = session.scalars(select(Attempt.against)).all()
    assert len(kept) == 2
    assert not [each for each in kept if "jo" in each or "127.0.0.1" in each]


def test_thirty_idle_minutes_end_a_sign_in_and_polls_are_idle(desk: Client) -> None:
    with time_machine.travel(clock(), tick=False) as clocks:
        sign_in(desk, EMAIL)
        for _ in range(3):
            clocks.shift(timedelta(minutes=20))
            assert desk.get("/stay").status_code == 204
        for _ in range(2):
            clocks.shift(timedelta(minutes=14))
            desk.get("/stay", headers={"X-By-Itself": "1"})
        assert desk.get("/my-account/").status_code == 200
        clocks.shift(timedelta(minutes=31))

        assert desk.get("/my-account/").location == "/sign-in?to=/my-account/"


def test_a_cookie_that_was_planted_is_not_the_one_that_signs_in(app: Flask, desk: Client) -> None:
    with desk.session_transaction() as planted:
        planted["sign_in"] = "known to somebody else"
    sign_in(desk, EMAIL)

    with desk.session_transaction() as kept:
        assert kept["sign_in"] != "known to somebody else"
    with acting_as(Nobody(now=clock())):
        assert len(session.scalars(select(SignIn)).all()) == 1


def test_whoever_left_does_not_come_in(desk: Client, jo: Staff) -> None:
    with acting_as(Nobody(now=clock()), writes=True):
        session.get_one(Staff, jo.id).employed_until = clock()

    assert sign_in(desk, EMAIL) == 422


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "form_token" not in line)
