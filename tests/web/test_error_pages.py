from __future__ import annotations

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal import logs

HTMX = {"HX-Request": "true"}
STATUSES = {
    "gone": 404,
    "not-allowed": 403,
    "conflict": 409,
    "too-many": 429,
    "too-large": 413,
    "busy": 503,
    "locked": 503,
    "broken": 500,
}


@pytest.mark.parametrize(("trouble", "status"), STATUSES.items())
def test_each_trouble_has_its_own_page(phone: FlaskClient, trouble: str, status: int) -> None:
    answer = phone.get(f"/trouble/{trouble}")

    assert answer.status_code == status
    assert f"<h1>{status}</h1>" in answer.text


@pytest.mark.parametrize(("trouble", "status"), STATUSES.items())
def test_to_htmx_each_trouble_is_a_notice(phone: FlaskClient, trouble: str, status: int) -> None:
    answer = phone.get(f"/trouble/{trouble}", headers=HTMX)

    assert answer.status_code == status
    assert answer.text.startswith(f"<p>notice {status}")
    assert answer.headers["HX-Retarget"] == "#said"


def test_hidden_and_missing_look_the_same(phone: FlaskClient) -> None:
    hidden, missing = phone.get("/trouble/gone"), phone.get("/nowhere")

    assert hidden.data == missing.data
    assert dict(hidden.headers) == dict(missing.headers)


@pytest.mark.parametrize("trouble", ["too-many", "busy", "locked"])
def test_what_passes_says_when_to_try_again(phone: FlaskClient, trouble: str) -> None:
    assert int(phone.get(f"/trouble/{trouble}").headers["Retry-After"]) > 0


def test_a_mistake_shows_its_reference_and_logs_it_without_words(
    phone: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    # At its own channel: others of this process may have put the root's handlers in order since.
    logs.CHANNEL.addHandler(caplog.handler)
    answer = phone.get("/trouble/broken")
    logs.CHANNEL.removeHandler(caplog.handler)

    written = next(record for record in caplog.records if record.msg == "mistake")
    assert written.ids["reference"] in answer.text  # type: ignore[attr-defined]
    assert "Hill Road" not in answer.text
    assert "Hill Road" not in json.dumps(written.ids, default=str)  # type: ignore[attr-defined]


def test_when_the_error_page_is_broken_too_there_is_still_an_answer(
    small: Flask, phone: FlaskClient
) -> None:
    small.jinja_loader = None

    answer = phone.get("/trouble/broken")

    assert answer.status_code == 500
    assert "It is our mistake, not yours." in answer.text


def test_a_wrong_method_is_told_which_are_right(phone: FlaskClient) -> None:
    answer = phone.delete("/say")

    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_form_that_is_far_too_large_is_refused_with_its_page(phone: FlaskClient) -> None:
    answer = phone.post("/say", data={"words": "x" * (4 * 1024 * 1024)})

    assert answer.status_code == 413


@pytest.mark.parametrize("address", ["/say?topic=%00", "/trouble/%00", "/%00"])
def test_an_address_with_a_null_byte_is_nowhere(phone: FlaskClient, address: str) -> None:
    assert phone.get(address).status_code == 404
