from __future__ import annotations

from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient

from portal import config, web
from portal.web.leaving import on_leaving


def kept(phone: FlaskClient, address: str) -> str:
    with phone.get(address) as answer:
        return answer.headers["Cache-Control"]


def test_leaving_ends_what_was_begun_and_goes_to_a_page_that_says_nothing(
    small: Flask, phone: FlaskClient
) -> None:
    ended: list[str] = []
    on_leaving(small, lambda: ended.append("sign-in"))
    with phone.session_transaction() as kept:
        kept["phone"], kept["_flashes"] = "remembered", [("message", "Sent to Jo.")]

    answer = phone.post("/leave")

    assert ended == ["sign-in"]
    assert answer.status_code == 303
    assert answer.location == "/left"
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    with phone.session_transaction() as kept:
        assert dict(kept) == {"phone": "remembered"}
    assert "Nothing here" in phone.get("/left").text


def test_the_council_s_colour_may_be_kept_under_its_own_address(
    small: Flask, phone: FlaskClient
) -> None:
    with small.test_request_context():
        address = small.jinja_env.from_string("{{ site.brand_css }}").render(
            site=web.context.Site(config.current())
        )

    answer = phone.get(address)

    assert "--brand:#5b2a86" in answer.text
    assert "immutable" in answer.headers["Cache-Control"]
    assert phone.get("/brand.css").headers["Cache-Control"] == "no-store"


def test_a_static_file_is_kept_for_as_long_as_it_does_not_change(
    small: Flask, phone: FlaskClient, tmp_path: Path
) -> None:
    (tmp_path / "look.css").write_text("p { color: black }" * 100)
    address = small.jinja_env.globals["asset"]
    with small.test_request_context():
        first = address("look.css")  # type: ignore[operator]
        (tmp_path / "look.css").write_text("p { color: white }" * 200)
        second = address("look.css")  # type: ignore[operator]

    assert first != second
    assert "immutable" in kept(phone, second)
    assert kept(phone, first) == "no-store"
    assert kept(phone, "/static/nothing.css?v=missing") == "no-store"


def test_text_is_squeezed_for_whoever_can_read_that(phone: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "look.css").write_text("p { color: black }" * 100)

    for how in ("gzip", "br"):
        with phone.get("/static/look.css", headers={"Accept-Encoding": how}) as answer:
            assert answer.headers["Content-Encoding"] == how
            assert len(answer.data) < 500


def test_the_portal_says_that_it_lives(phone: FlaskClient) -> None:
    assert phone.get("/healthz").text == "ok\n"
