from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from portal import create_app
from portal.config import Mode
from portal.sample.cast import AMINA, CAST, PIN
from tests.client import Client
from tests.councils import westmoor

PLACES = (
    "care-leaver",
    "care-leaver-2",
    "pa",
    "pa-2",
    "manager",
    "housing",
    "no-wrong-door",
    "virtual-school",
    "data",
    "researcher",
    "facilitator",
    "administrator",
)


def test_there_is_an_address_for_each_of_the_cast(visitor: Client) -> None:
    page = visitor.page("/demo/")

    assert tuple(CAST) == PLACES
    for at in PLACES:
        assert page.select_one(f'a[href="/demo/{at}"]')


@pytest.mark.parametrize("at", PLACES)
def test_one_button_lets_somebody_be_one_of_the_cast(visitor: Client, at: str) -> None:
    answer = visitor.fill_in(f"/demo/{at}")

    assert answer.status_code == 303
    with visitor.session_transaction() as kept:
        assert kept["sign_in"]


def test_opening_the_page_signs_nobody_in(visitor: Client) -> None:
    visitor.page("/demo/pa")

    with visitor.session_transaction() as kept:
        assert "sign_in" not in kept


def test_a_button_from_elsewhere_signs_nobody_in(visitor: Client) -> None:
    answer = visitor.post("/demo/pa", token=False)

    assert answer.status_code == 422
    with visitor.session_transaction() as kept:
        assert "sign_in" not in kept


def test_aminas_page_tells_her_pin(visitor: Client) -> None:
    page = visitor.page(f"/demo/{AMINA.at}")

    assert PIN in page.get_text()


def test_somebody_who_is_not_of_the_cast_has_no_page(visitor: Client) -> None:
    assert visitor.get("/demo/mayor").status_code == 404


def test_every_page_says_that_this_is_a_demo(visitor: Client) -> None:
    for address in ("/demo/", "/demo/pa", "/help-now", "/privacy"):
        assert "made up" in visitor.page(address).get_text().lower()


@pytest.mark.parametrize("mode", [Mode.PRODUCTION, Mode.TEST])
def test_in_a_real_council_there_is_no_demo(tmp_path: Path, mode: Mode) -> None:
    app: Flask = create_app(westmoor(tmp_path, mode=mode))

    assert [rule.rule for rule in app.url_map.iter_rules() if "demo" in rule.rule] == []
