from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from portal import jobs, web
from portal.web.security import POLICY
from tests.councils import westmoor

ADDRESSES = ("/say", "/nowhere", "/healthz", "/trouble/broken", "/trouble/busy")


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_tells_the_browser_what_to_keep_to(phone: FlaskClient, address: str) -> None:
    headers = phone.get(address).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "HX-Request" in headers["Vary"]


def test_the_cookie_is_discreet_and_for_this_portal_alone(phone: FlaskClient) -> None:
    cookie = phone.get("/say").headers["Set-Cookie"]

    assert cookie.startswith("visit=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_behind_https_cookie_and_address_stay_there(tmp_path: Path) -> None:
    app = Flask("behind_https", root_path=str(tmp_path))
    settings = westmoor(tmp_path, public_address="https://say.westmoor.example", proxies=1)
    jobs.init_app(app, settings)
    web.init_app(app, settings)

    headers = app.test_client().get("/healthz").headers

    assert "max-age=63072000" in headers["Strict-Transport-Security"]
    assert app.config["SESSION_COOKIE_SECURE"]
    assert app.config["SESSION_COOKIE_NAME"] == "__Host-visit"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://localhost.elsewhere.example"},
    ],
)
def test_a_form_sent_from_another_site_is_refused(
    phone: FlaskClient, headers: dict[str, str]
) -> None:
    assert phone.post("/say", headers=headers).status_code == 403
    assert phone.post("/leave", headers=headers).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "null"}, {"Origin": "http://localhost"}, {}],
)
def test_our_own_pages_and_old_browsers_are_not(
    phone: FlaskClient, headers: dict[str, str]
) -> None:
    assert phone.post("/say", headers=headers).status_code == 422


def test_a_link_from_another_site_may_be_followed(phone: FlaskClient) -> None:
    assert phone.get("/say", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_doing_something_without_asking_for_a_token_is_a_mistake(phone: FlaskClient) -> None:
    assert phone.post("/unasked").status_code == 500
