"""How somebody comes in: the link on their adviser's screen, and what it opens on their phone."""

from __future__ import annotations

import re
from uuid import UUID

from playwright.sync_api import Page

from tests.journeys.checking import check_page

LINK = re.compile(r"http\S+/invited/\S+")


class InvitationPage:
    """At the adviser's desk."""

    def __init__(self, page: Page, person_id: UUID, name: str) -> None:
        self.page, self.heading = page, f"How {name} comes in"
        page.goto(f"/people/{person_id}/invite")
        check_page(page, self.heading)

    def make_a_link(self) -> str:
        self.page.get_by_role("button", name="Make a link").click()
        check_page(self.page, self.heading)
        assert self.page.get_by_role("img", name="The link as a QR code").is_visible()
        found = LINK.search(self.page.get_by_role("main").inner_text())
        assert found
        return found[0]


class LinkPage:
    """On the phone of whoever was invited."""

    def __init__(self, page: Page, link: str) -> None:
        self.page = page
        page.goto(link)
        check_page(page, "Come in")

    def come_in(self, called: str, pin: str) -> None:
        self.page.get_by_label("What shall we call you?").fill(called)
        self.page.get_by_label("Choose a PIN").fill(pin)
        self.page.get_by_label("Type the PIN again").fill(pin)
        self.page.get_by_role("button", name="Come in").click()
        check_page(self.page, "Keep these words")
        assert self.page.get_by_role("main").get_by_role("listitem").count() > 1
        self.page.get_by_role("link", name="I have kept them").click()


class PinPage:
    """On a phone that is remembered."""

    def __init__(self, page: Page) -> None:
        self.page = page
        check_page(page, "Welcome back")

    def come_back(self, pin: str) -> None:
        self.page.get_by_label("Your PIN").fill(pin)
        self.page.get_by_role("button", name="Come in").click()
