from __future__ import annotations

import pytest
from flask.testing import FlaskClient

HTMX = {"HX-Request": "true"}


def test_a_browser_gets_the_page_and_htmx_the_part(phone: FlaskClient) -> None:
    assert phone.get("/say").text.startswith("<h1>")
    assert phone.get("/say", headers=HTMX).text.startswith('<form id="part">')


@pytest.mark.parametrize("whole", ["HX-Boosted", "HX-History-Restore-Request"])
def test_a_boosted_link_and_the_way_back_get_the_page(phone: FlaskClient, whole: str) -> None:
    assert phone.get("/say", headers=HTMX | {whole: "true"}).text.startswith("<h1>")


def test_what_needs_mending_answers_422_to_both(phone: FlaskClient) -> None:
    assert phone.post("/say").status_code == 422
    assert phone.post("/say", headers=HTMX).status_code == 422
