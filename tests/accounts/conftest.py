"""Amina's old phone, a link to her, and whoever opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from portal.accounts.models import CareLeaver, Staff
from tests.accounts.makers import browser, invite, remembered, type_pin
from tests.client import Client
from tests.conftest import SignedInAs

NEW: dict[str, Any] = {"new_pin": "a boat in autumn", "same_pin": "a boat in autumn"}
ComesIn = Callable[[], Client]


@pytest.fixture
def link(amina: CareLeaver, jo: Staff, signed_in: SignedInAs) -> str:
    return invite(signed_in(jo), amina)


@pytest.fixture
def old_phone(client: Client, amina: CareLeaver) -> Client:
    type_pin(remembered(client, amina))
    return client


@pytest.fixture
def comes_in(
    link: str, old_phone: Client, amina: CareLeaver, priya: Staff, signed_in: SignedInAs
) -> ComesIn:
    """Somebody with neither PIN nor words, whom Priya has seen in person."""

    def come_in() -> Client:
        phone = browser(old_phone)
        phone.fill_in(link, f"{link}/ask")
        desk = signed_in(priya)
        form = desk.page("/team/").select_one("form[action^='/team/again']")
        assert form is not None
        desk.post(str(form["action"]))
        assert phone.fill_in(link, f"{link}/confirmed", **NEW).status_code == 303
        return phone

    return come_in
