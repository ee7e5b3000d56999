"""Browsers of named people, talking to the portal on this machine and to nobody else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from portal.accounts.models import CareLeaver
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, current_database
from portal.records.models import CaseRecord
from tests.cast import Town
from tests.consent.makers import a_source, on_record
from tests.databases import empty
from tests.journeys.browsing import Screen, Watch, sign_in
from tests.journeys.served import Served, serving_the_portal
from tests.signing_in import Person

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    # The browser's own wishes go nowhere either.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 20_000  # milliseconds; other tests run beside these
expect.set_options(timeout=PATIENCE)

Browsing = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    if CHROMIUM is None:
        pytest.skip("Skipped: no chromium is installed here, and journeys need one.")
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": list(FLAGS)}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving_the_portal(tmp_path_factory.mktemp("journeys")) as portal:
        yield portal


@pytest.fixture(scope="session")
def base_url(served: Served) -> str:
    return served.address


@pytest.fixture
def app(served: Served) -> Iterator[Flask]:
    """The app that the browsers talk to, with nobody in it."""
    with served.app.app_context():
        yield served.app
        empty(current_database().engine)


@pytest.fixture
def watch(served: Served) -> Iterator[Watch]:
    """Looks at whom the browsers ask. Leaving quickly goes to the neutral place alone."""
    watching = Watch(served.address)
    yield watching
    assert [url for url in watching.elsewhere if not url.startswith(served.neutral)] == []


@pytest.fixture
def browsing(
    app: Flask, served: Served, watch: Watch, new_context: Callable[..., BrowserContext]
) -> Browsing:
    """`browsing(PHONE)` is an empty browser; in `browsing(PHONE, amina)` she is signed in."""

    def open_one(screen: Screen, person: Person | None = None) -> Page:
        context = new_context(**screen.as_options())
        context.set_default_timeout(PATIENCE)
        watch.over(context)
        page = context.new_page()
        if person is not None:
            sign_in(page, app, person, served.address)
        return page

    return open_one


@pytest.fixture
def case_note(town: Town) -> CaseRecord:
    """What leaving care's own case system says of Amina."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        source = a_source("LCS", town.teams.leaving_care)
        text, day = "Visited. She was well, and the room was tidy.", clock().date()
        return on_record(town.amina, source, text, happened_on=day, type="Visit")


@pytest.fixture
def amina_to_come(amina: CareLeaver) -> CareLeaver:
    """Amina, before she came in for the first time."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        person = asking.get_one(CareLeaver, amina.id)
        person.came_in_at = person.pin_hash = person.told_at = None
    return person
