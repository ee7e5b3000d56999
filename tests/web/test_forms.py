from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote_from_bytes
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from time_machine import travel

from portal.web.forms import STALE
from tests.web.conftest import Saying

HTMX = {"HX-Request": "true"}


def token(phone: FlaskClient) -> str:
    found = re.search(r'name="form_token"[^>]*value="([^"]+)"', phone.get("/say").text)
    assert found
    return found[1]


def sent(phone: FlaskClient, **fields: str) -> tuple[int, str]:
    answer = phone.post("/say", data={"form_token": token(phone)} | fields)
    return answer.status_code, answer.text


def test_words_that_are_whole_are_taken(phone: FlaskClient) -> None:
    assert sent(phone, words="I moved. 👩🏽‍🚀 مرحبا")[0] == 303


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t", "\u2029"])
def test_saying_nothing_is_pointed_out(phone: FlaskClient, nothing: str) -> None:
    status, page = sent(phone, words=nothing)

    assert status == 422
    assert "words: Write something first." in page


def test_one_character_too_many_is_said_and_everything_is_kept(phone: FlaskClient) -> None:
    assert sent(phone, words="é" * 20_000)[0] == 303

    status, page = sent(phone, words="é" * 20_001)

    assert status == 422
    assert "This has 20,001 characters. The most is 20,000." in page
    assert "é" * 20_001 in page


@pytest.mark.parametrize(
    "broken", [b"\x00", b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xff", "\ufffd".encode()]
)
def test_what_came_broken_is_said_and_the_rest_stays_in_the_box(
    phone: FlaskClient, broken: bytes
) -> None:
    body = f"form_token={token(phone)}&words=It+was{quote_from_bytes(broken)}+a+good+day"

    answer = phone.post("/say", data=body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 422
    assert "did not arrive whole" in answer.text
    assert "It was a good day" in answer.text


def test_hidden_characters_are_taken_out_and_said(phone: FlaskClient) -> None:
    answer = phone.post(
        "/say", data={"form_token": token(phone), "words": "pay\u202eme\x07"}, headers=HTMX
    )

    assert answer.status_code == 200
    assert ">\r\npayme</textarea>" in answer.text
    assert "We took out hidden characters." in answer.text


@pytest.mark.parametrize("bad", [None, "", "made up", "\x00", "é"])
def test_without_its_token_a_form_keeps_the_words_and_says_why(
    phone: FlaskClient, bad: str | None
) -> None:
    fields = {"words": "Still here"} | ({} if bad is None else {"form_token": bad})

    answer = phone.post("/say", data=fields)

    assert answer.status_code == 422
    assert STALE in answer.text
    assert "Still here" in answer.text


def test_a_page_that_was_open_for_a_day_keeps_the_words_too(phone: FlaskClient) -> None:
    with travel("2026-03-03T09:00:00Z", tick=False):
        old = token(phone)
    with travel("2026-03-04T09:00:00Z", tick=False):
        answer = phone.post("/say", data={"form_token": old, "words": "Still here"})

    assert answer.status_code == 422
    assert "Still here" in answer.text


def test_an_unknown_choice_is_pointed_out_and_none_is_allowed(phone: FlaskClient) -> None:
    assert "kind: Choose one of these." in sent(phone, words="Hi", kind="rumour")[1]
    assert sent(phone, words="Hi", kind="\x00")[0] == 422
    assert sent(phone, words="Hi")[0] == 303


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-27", date(2026, 3, 27)),
        ("27/3/2026", date(2026, 3, 27)),
        (" 27 March 2026 ", date(2026, 3, 27)),
        ("", None),
    ],
)
def test_a_day_is_read_as_people_write_it(small: Flask, typed: str, meant: date | None) -> None:
    with small.test_request_context("/say", method="POST", data={"day": typed}):
        form = Saying()

    assert form.day.data == meant


def test_a_day_that_is_none_is_pointed_out(phone: FlaskClient) -> None:
    assert "day: Write the day like this: 27/3/2026." in sent(phone, words="Hi", day="31/2/26")[1]


def test_each_page_brings_its_own_key_and_a_wrong_one_is_replaced(small: Flask) -> None:
    with small.test_request_context("/say"):
        assert Saying().form_key.data != Saying().form_key.data
    with small.test_request_context("/say", method="POST", data={"form_key": "made up"}):
        assert isinstance(Saying().form_key.data, UUID)
