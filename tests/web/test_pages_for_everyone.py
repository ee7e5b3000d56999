from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError
from time_machine import travel

from portal import create_app
from portal.db import current_database
from tests.client import HTMX, Client
from tests.councils import westmoor

PAGES = ("/help-now", "/accessibility", "/privacy", "/left")


@pytest.mark.parametrize("address", PAGES)
def test_anybody_can_read_what_belongs_to_no_feature(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/help-now", "/privacy", "/nowhere"])
def test_every_page_says_whom_to_call_and_when_somebody_reads(client: Client, address: str) -> None:
    page = client.get(address).text

    assert "01632 960 999" in page
    assert "Monday to Friday, 9am to 5pm, not on bank holidays" in page


def test_help_now_says_that_nobody_reads_on_a_saturday(client: Client) -> None:
    with travel("2026-03-07T12:00:00Z", tick=False):
        page = client.get("/help-now").text

    assert "Nobody is reading right now." in page


def test_whoever_left_goes_on_to_where_the_council_says(tmp_path: Path) -> None:
    app = create_app(westmoor(tmp_path, leave_to="https://weather.example"))

    page = app.test_client().get("/left").text

    assert "0; url=https://weather.example" in page
    assert "My Say" not in page


def test_a_page_that_is_not_there_is_a_notice_to_htmx(client: Client) -> None:
    answer = client.get("/nowhere", headers=HTMX)

    assert answer.status_code == 404
    assert "<html" not in answer.text


def test_the_portal_is_ready_when_the_database_is_as_new_as_the_code(client: Client) -> None:
    assert client.get("/readyz").status_code == 200


def test_the_portal_is_not_ready_when_its_database_does_not_answer(
    app: Flask, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OperationalError("connect", {}, Exception("no answer"))

    with app.app_context():
        monkeypatch.setattr(current_database().engine.pool, "connect", refuse)

    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_leaving_works_for_somebody_who_is_not_signed_in(client: Client) -> None:
    assert client.post("/leave", token=False).location == "/left"
