"""Somebody's browser: how large it is, who is signed in there, and whom it asks for anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from playwright.sync_api import BrowserContext, Page, Request

from portal.accounts.actions import phones, sign_ins
from portal.accounts.models import Staff
from portal.accounts.signed_in import COOKIE
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock
from tests.signing_in import Person

KIND = "A phone"


@dataclass(frozen=True)
class Screen:
    width: int
    height: int
    is_phone: bool
    script: bool = True

    def as_options(self) -> dict[str, Any]:
        return {
            "viewport": {"width": self.width, "height": self.height},
            "has_touch": self.is_phone,
            "is_mobile": self.is_phone,
            "java_script_enabled": self.script,
            "reduced_motion": "reduce",
        }


PHONE = Screen(390, 844, is_phone=True)
SMALL_PHONE = Screen(360, 640, is_phone=True)
PHONE_WITHOUT_SCRIPT = Screen(390, 844, is_phone=True, script=False)
LAPTOP = Screen(1280, 800, is_phone=False)
LAPTOP_WITHOUT_SCRIPT = Screen(1280, 800, is_phone=False, script=False)


class Watch:
    """Every request of every browser, and those that went anywhere but to the portal."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.asked: list[str] = []

    def over(self, context: BrowserContext) -> None:
        context.on("request", self._note)

    def _note(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:", "about:")):
            self.asked.append(request.url)

    @property
    def elsewhere(self) -> list[str]:
        return [url for url in self.asked if urlsplit(url).netloc != self.host]


def sign_in(page: Page, app: Flask, person: Person, address: str) -> None:
    """Through a door that opens by a cookie, for journeys that are about what lies behind it."""
    with acting_as(Nobody(now=clock()), writes=True):
        if isinstance(person, Staff):
            secret, kept = sign_ins.open_for_staff(person.id, KIND), {}
        else:
            phone, phone_secret = phones.remember(person.id, KIND)
            secret, kept = sign_ins.open_on_phone(phone.id, KIND), {"kept": phone_secret}
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    kept["visit"] = signer.dumps({COOKIE: secret})
    page.context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in kept.items()]
    )
