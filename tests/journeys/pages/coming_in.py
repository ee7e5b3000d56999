"""How somebody comes in: the link on their adviser's screen, and what it opens on their phone."""

from __future__ import annotations

import re
from uuid import UUID

from playwright.sync_api import Page, expect

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
        return link_shown(self.page, self.heading)


class LinkPage:
    """On the phone of whoever was invited."""

    def __init__(self, page: Page, link: str) -> None:
        self.page = page
        page.goto(link)
        check_page(page, "Come in")

    def come_in(self, called: str, pin: str) -> None:
        self.page.get_by_label("What shall we call you?").fill(called)
        choose_pin(self.page, pin)
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


class OtherPhonePage:
    """A link, opened by somebody who came in before on another phone."""

    def __init__(self, page: Page, link: str) -> None:
        self.page, self.link = page, link
        page.goto(link)
        check_page(page, "Welcome back")

    def come_in_by_pin(self, pin: str) -> None:
        self.page.get_by_label("Your PIN").fill(pin)
        self.page.get_by_role("button", name="Come in", exact=True).click()

    def come_in_by_words(self, line: str, new_pin: str) -> None:
        self.page.get_by_text("I forgot my PIN, but I have my recovery words").click()
        self.page.get_by_label("One line of your recovery words").fill(line)
        choose_pin(self.page, new_pin)
        self.page.get_by_role("button", name="Come in with this PIN").click()

    def ask_for_a_manager(self) -> str:
        """The number that they show to the manager."""
        self.page.get_by_text("I have neither").click()
        self.page.get_by_role("button", name="Ask for a manager").click()
        check_page(self.page, "A manager must see you")
        return self.page.get_by_role("main").locator("strong").inner_text()

    def choose_after_confirming(self, new_pin: str) -> None:
        self.page.get_by_role("link", name="Look again").click()
        check_page(self.page, "Choose a new PIN")
        choose_pin(self.page, new_pin)
        self.page.get_by_role("button", name="Come in").click()


def choose_pin(page: Page, pin: str) -> None:
    page.get_by_label("Choose a PIN").fill(pin)
    page.get_by_label("Type the PIN again").fill(pin)


def link_for_another_phone(page: Page) -> str:
    """Made on a phone that is remembered."""
    page.goto("/settings/")
    check_page(page, "Settings")
    page.get_by_role("link", name="Add another phone").click()
    check_page(page, "Add another phone")
    page.get_by_role("button", name="Make the link").click()
    return link_shown(page, "Add another phone")


def link_shown(page: Page, heading: str) -> str:
    check_page(page, heading)
    expect(page.get_by_role("img", name="The link as a QR code")).to_be_visible()
    found = LINK.search(page.get_by_role("main").inner_text())
    assert found
    return found[0]
