from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.routing import Rule

from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs

WHO = ("amina", "tyler", "jo", "sam", "priya", "harriet", "nadia", "dev", "ada")
MOST = 60


def routes(app: Flask, method: str, *, with_id: bool) -> Iterator[Rule]:
    for rule in app.url_map.iter_rules():
        if method in (rule.methods or ()) and ("<uuid:" in rule.rule) is with_id:
            yield rule


def with_unknown_ids(rule: Rule) -> str:
    address = rule.rule
    for name in rule.arguments:
        address = address.replace(f"<uuid:{name}>", str(uuid4())).replace(f"<{name}>", "nothing")
    return address


@pytest.fixture
def theirs(who: str, town: Town, signed_in: SignedInAs) -> Client:
    return signed_in(getattr(town, who))


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_not_there_is_not_found_whatever_is_sent(
    app: Flask, theirs: Client, method: str
) -> None:
    """Before anything is said of what was sent, of rights, or of what may be done there."""
    found = {}
    for rule in routes(app, method, with_id=True):
        address = with_unknown_ids(rule)
        send = theirs.get if method == "GET" else theirs.post
        if (answer := send(address)).status_code != 404:
            found[rule.rule] = answer.status_code

    assert found == {}


@pytest.mark.parametrize("who", WHO)
def test_every_page_answers_everybody_calmly(app: Flask, theirs: Client) -> None:
    found = {}
    for rule in routes(app, "GET", with_id=False):
        status = theirs.get(with_unknown_ids(rule)).status_code
        if status not in (200, 204, 303, 404):
            found[rule.rule] = status

    assert found == {}


@pytest.mark.parametrize("who", WHO)
def test_no_link_on_any_page_leads_nowhere(theirs: Client) -> None:
    ahead = ["/"]
    seen: set[str] = set()
    while ahead and len(seen) < MOST:
        address = ahead.pop(0)
        seen.add(address)
        answer = theirs.get(address)
        assert answer.status_code in (200, 303), f"{address} answered {answer.status_code}"
        ahead += [link for link in links(answer.text) if link not in (*seen, *ahead)]


def links(html: str) -> Iterator[str]:
    for link in BeautifulSoup(html, "html.parser").select("a[href^='/']"):
        yield urlsplit(str(link["href"]))._replace(fragment="").geturl()


def test_nobody_signed_in_is_sent_to_the_sign_in(app: Flask, client: Client) -> None:
    open_to_them = {}
    for rule in routes(app, "GET", with_id=True):
        answer = client.get(with_unknown_ids(rule))
        if answer.status_code == 200:
            open_to_them[rule.rule] = answer.status_code

    assert open_to_them == {}
