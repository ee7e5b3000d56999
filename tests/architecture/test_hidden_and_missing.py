"""Whatever is hidden from somebody looks to them as if it were not there, in every address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import event
from werkzeug.routing import Rule

from portal.accounts.models import Staff
from portal.db import current_database
from tests.architecture.hiding import MISSING, another_manager, hidden
from tests.architecture.route_table import audience
from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs

FRESH = re.compile(r'value="[^"]*"')
ID = re.compile(r"<uuid:(\w+)>")
NAMES = {"preset": "leaving-care-only", "answer": "yes", "kind": "answer"}
ASKERS = ("tyler", "sam", "nadia", "dev", "omar")


@dataclass(frozen=True)
class Answered:
    """All that somebody could tell one answer from another by, but for the time it took."""

    status: int
    body: str
    headers: dict[str, str]
    asked: tuple[str, ...]


@contextmanager
def statements() -> Iterator[list[str]]:
    """The shape of each statement that is sent meanwhile: its words, without what is asked for."""
    engine, sent = current_database().engine, list[str]()

    def note(connection: object, cursor: object, statement: str, *more: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def omar(town: Town) -> Staff:
    return another_manager(town)


@pytest.fixture
def theirs(who: str, town: Town, omar: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(omar if who == "omar" else getattr(town, who))


def answered(browser: Client, method: str, address: str) -> Answered:
    with statements() as sent:
        answer = browser.open(address, method=method, data=_token(browser, method))
    headers = {name: value for name, value in answer.headers if name != "Set-Cookie"}
    return Answered(answer.status_code, FRESH.sub("", answer.text), headers, tuple(sent))


def _token(browser: Client, method: str) -> dict[str, str]:
    return {"form_token": browser.form_token()} if method == "POST" else {}


def ways(app: Flask, who: str = "") -> Iterator[tuple[Rule, str]]:
    """Every route with an id; with `who`, those that their guard does not shut to all of them."""
    not_for = {"": "", "tyler": "staff"}.get(who, "care leavers")
    for rule in app.url_map.iter_rules():
        shut = bool(not_for) and str(audience(app, rule)).startswith(not_for)
        if ID.search(rule.rule) and not shut:
            yield from ((rule, way) for way in sorted(rule.methods or ()) if way in "GET POST")


def pairs(rule: Rule, ids: dict[str, UUID], known: dict[str, UUID]) -> Iterator[tuple[str, str]]:
    """One id at a time that is hidden, or missing, and what they know for the others."""
    for name in ID.findall(rule.rule):
        there = ids.get(name, ids["person_id"])
        yield _filled(rule, known | {name: there}), _filled(rule, known | {name: MISSING})


def _filled(rule: Rule, ids: dict[str, UUID]) -> str:
    address = ID.sub(lambda found: str(ids.get(found[1], MISSING)), rule.rule)
    return re.sub(r"<(?:any\([^)]*\):)?(\w+)>", lambda found: NAMES[found[1]], address)


@pytest.mark.parametrize("who", ASKERS)
def test_hidden_and_missing_are_one(app: Flask, town: Town, theirs: Client, who: str) -> None:
    ids = hidden(town)
    known = {"person_id": town.tyler.id, "care_leaver_id": town.tyler.id}
    known |= {"team_id": town.teams.housing.id, "staff_id": town.sam.id}
    compared, told = 0, []
    for rule, way in ways(app, who):
        for there, nowhere in pairs(rule, ids, known):
            one, other = answered(theirs, way, there), answered(theirs, way, nowhere)
            compared += 1
            told += [(way, rule.rule, each) for each in differences(one, other)]

    assert told == []
    assert compared > 20


def differences(one: Answered, other: Answered) -> Iterator[str]:
    if one.status != 404 or other.status != 404:
        yield f"hidden answers {one.status}, missing {other.status}"
    for what in ("body", "headers", "asked"):
        if getattr(one, what) != getattr(other, what):
            yield f"another {what}"


def test_there_is_something_hidden_for_every_kind_of_id(app: Flask, town: Town) -> None:
    """But for what administrators alone have to do with, who see all of it."""
    rules = [rule.rule for rule, _ in ways(app) if not rule.rule.startswith("/admin/")]

    assert {name for rule in rules for name in ID.findall(rule)} <= set(hidden(town))


def test_whatever_differs_is_found() -> None:
    missing = Answered(404, "Not found", {"Vary": "HX-Request"}, ("SELECT 1",))
    telling = [
        replace(missing, status=403),
        replace(missing, body="Not found."),
        replace(missing, headers={}),
        replace(missing, asked=("SELECT 1", "SELECT 1")),
    ]

    assert all(list(differences(each, missing)) for each in telling)
    assert not list(differences(missing, missing))
