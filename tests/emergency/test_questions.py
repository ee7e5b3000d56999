from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from bs4 import Tag

from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from tests.cast import Town
from tests.client import Client, filled_in
from tests.conftest import Asking, SignedInAs
from tests.consent.conftest import Opens
from tests.consent.makers import an_emergency, said
from tests.emergency.makers import LIST, LOOKED, words_of

ASK = "/who-looked/ask"
THURSDAY = datetime(2026, 12, 17, 10, 0, tzinfo=ZoneInfo("Europe/London"))
ANSWER = "Jo prepared your visit. Sorry that nobody said so."


@pytest.fixture
def jo_looked(asking: Asking, opens: Opens, town: Town) -> Staff:
    with asking(town.amina, writes=True):
        entry = said(town.amina, "The damp is back.")
    opens(town.jo, entry)
    return town.jo


def the_form(phone: Client) -> Tag:
    form = phone.page(LOOKED).select_one(f"form[action='{ASK}']")
    assert form is not None
    return form


def ask(phone: Client) -> int:
    return phone.post(ASK, data=filled_in(the_form(phone)), token=False).status_code


def question_for(desk: Client) -> str:
    link = desk.page(LIST).select_one("a[href^='/emergency/questions/']")
    assert link is not None
    return str(link["href"])


def test_amina_asks_priya_answers_and_amina_reads_it(
    signed_in: SignedInAs, town: Town, jo_looked: Staff
) -> None:
    phone, desk = signed_in(town.amina), signed_in(town.priya)
    assert ask(phone) == 303
    assert "You asked about this look" in words_of(phone, LOOKED)
    asked = words_of(desk, here := question_for(desk))
    assert "Jo Marsh , Personal adviser , as their PA" in asked
    assert "damp" not in asked

    assert desk.fill_in(here, here, answer=ANSWER).status_code == 303

    assert ANSWER in words_of(phone, LOOKED)
    assert "Priya Nair answered what you asked about a look." in words_of(phone, "/")
    assert "Nobody asks about a look." in words_of(desk, LIST)


def test_it_is_answered_within_five_working_days_and_stands_late_after(
    signed_in: SignedInAs, town: Town, asking: Asking, opens: Opens
) -> None:
    with time_machine.travel(THURSDAY, tick=False):
        with asking(town.amina, writes=True):
            entry = said(town.amina, "The damp is back.")
        opens(town.jo, entry)
        ask(signed_in(town.amina))
        page = words_of(signed_in(town.amina), LOOKED)
        assert "A manager answers by Thursday 24 December." in page
    with time_machine.travel(THURSDAY + timedelta(days=8), tick=False):
        assert "It stays on their list as late." in words_of(signed_in(town.amina), LOOKED)
        assert "late" in words_of(signed_in(town.priya), LIST)


def test_asking_twice_is_one_question(signed_in: SignedInAs, town: Town, jo_looked: Staff) -> None:
    phone = signed_in(town.amina)
    sent = filled_in(the_form(phone))
    assert [phone.post(ASK, data=sent, token=False).status_code for _ in range(2)] == [303, 303]

    cards = signed_in(town.priya).page(LIST).select("a[href^='/emergency/questions/']")
    assert len(cards) == 1


def test_whoever_looked_answers_nothing_about_it(
    signed_in: SignedInAs, asking: Asking, opens: Opens, town: Town, martin: Staff
) -> None:
    with asking(town.amina, writes=True):
        entry = said(town.amina, "The damp is back.")
    opens(town.priya, entry)
    ask(signed_in(town.amina))
    here = question_for(signed_in(martin))

    assert "You looked. Another manager answers." in words_of(signed_in(town.priya), LIST)
    assert signed_in(town.priya).post(here, data={"answer": "Fine."}).status_code == 403
    assert signed_in(martin).fill_in(here, here, answer=ANSWER).status_code == 303
    assert signed_in(martin).post(here, data={"answer": "Again."}).status_code == 409


@pytest.mark.parametrize("who", ["jo", "sam", "harriet", "tyler"])
def test_nobody_else_reads_or_answers_the_question(
    signed_in: SignedInAs, town: Town, jo_looked: Staff, who: str
) -> None:
    ask(signed_in(town.amina))
    here, browser = question_for(signed_in(town.priya)), signed_in(getattr(town, who))

    assert browser.get(here).status_code == 404
    assert browser.post(here, data={"answer": "Fine."}).status_code == 404


def test_an_empty_answer_is_pointed_out(
    signed_in: SignedInAs, town: Town, jo_looked: Staff
) -> None:
    ask(signed_in(town.amina))
    here = question_for(desk := signed_in(town.priya))

    assert desk.fill_in(here, here, answer=" ").status_code == 422


@pytest.mark.parametrize(
    "changed", [{"why": "manager"}, {"day": "2020-01-01"}, {"day": "x"}, {"staff": "x"}]
)
def test_a_look_that_there_is_not_cannot_be_asked_about(
    signed_in: SignedInAs, town: Town, jo_looked: Staff, changed: dict[str, str]
) -> None:
    phone = signed_in(town.amina)
    sent = filled_in(the_form(phone)) | changed

    assert phone.post(ASK, data=sent, token=False).status_code == 404
    sent.pop("form_token")
    assert signed_in(town.tyler).post(ASK, data=sent).status_code == 404


def test_a_look_that_is_held_back_cannot_be_asked_about_and_leaves_no_trace(
    signed_in: SignedInAs, asking: Asking, opens: Opens, amina: CareLeaver, nadia: Staff
) -> None:
    with asking(amina, writes=True):
        entry = said(amina, "I am at my cousin's.")
        an_emergency(nadia, amina, held_back_until=clock() + timedelta(days=7))
    opens(nadia, entry)
    phone = signed_in(amina)
    guessed = {"staff": str(nadia.id), "day": clock().date().isoformat(), "why": "emergency"}

    assert phone.post(ASK, data=guessed).status_code == 404
    assert "Nadia" not in phone.page(LOOKED).get_text()
