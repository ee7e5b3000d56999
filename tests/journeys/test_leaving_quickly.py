from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from flask import Flask, request, request_finished
from playwright.sync_api import Page, expect

from portal.accounts.models import CareLeaver
from tests.journeys.browsing import LAPTOP, PHONE, PHONE_WITHOUT_SCRIPT, Screen, Watch
from tests.journeys.checking import check_page
from tests.journeys.conftest import PATIENCE, Browsing
from tests.journeys.pages.coming_in import PinPage
from tests.journeys.served import Served

pytestmark = pytest.mark.journey


@contextmanager
def heard_of_leaving(app: Flask) -> Iterator[None]:
    """Until the server has heard it: of what a page sends while it goes, browsers tell nothing."""
    heard = threading.Event()

    def note(sender: Flask, **_: object) -> None:
        if request.path == "/leave":
            heard.set()

    with request_finished.connected_to(note, app):
        yield
        assert heard.wait(PATIENCE / 1000)


def by_tap(page: Page) -> None:
    page.get_by_role("button", name="Leave quickly").tap()


def by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


@pytest.mark.parametrize(
    ("screen", "leave"),
    [
        pytest.param(PHONE, by_tap, id="by a tap"),
        pytest.param(LAPTOP, by_shift, id="by Shift three times"),
        pytest.param(PHONE_WITHOUT_SCRIPT, by_tap, id="without script"),
    ],
)
def test_amina_leaves_quickly_and_nobody_who_takes_her_phone_sees_anything(
    browsing: Browsing,
    amina: CareLeaver,
    served: Served,
    watch: Watch,
    screen: Screen,
    leave: Callable[[Page], None],
) -> None:
    page = browsing(screen, amina)
    page.goto("/who-looked/")
    page.goto("/settings/")
    check_page(page, "Settings")
    with heard_of_leaving(served.app):
        leave(page)
    page.wait_for_url(f"{served.neutral}/")
    expect(page.get_by_role("heading")).to_have_text("Weather")
    page.go_back()
    PinPage(page)
    page.goto("/who-looked/")
    PinPage(page)

    assert set(watch.elsewhere) == {f"{served.neutral}/"}
