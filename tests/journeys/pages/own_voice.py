"""Where a care leaver says something, and sees what they said and what came of it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.checking import check_page


class SayPage:
    heading = "Say something"

    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/my-voice/")
        check_page(page, self.heading)
        self.words = page.get_by_label("In your own words")

    def pick(self, name: str) -> None:
        # Its label lies over the circle, so that a thumb cannot miss.
        self.page.get_by_role("radio", name=name, exact=True).check(force=True)

    def is_about(self, topic: str) -> None:
        self.page.get_by_label("What is it about?").select_option(topic)

    def send(self, to: str = "Send to Jo and leaving care") -> None:
        self.page.get_by_role("button", name=to).click()
        check_page(self.page, "Sent")


class SentPage:
    """Right after sending."""

    def __init__(self, page: Page) -> None:
        self.page = page
        check_page(page, "Sent")

    def says(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)

    def change_words(self, words: str) -> None:
        self.page.get_by_role("link", name="change your words").click()
        check_page(self.page, "Change your words")
        self.page.get_by_label("In your own words").fill(words)
        self.page.get_by_role("button", name="Keep the change").click()
        check_page(self.page, "What you said")
        expect(self.page.get_by_role("main")).to_contain_text(words)


class WhatHappenedPage:
    heading = "What happened"

    def __init__(self, page: Page) -> None:
        self.page = page
        page.get_by_role("navigation", name="Places").get_by_role(
            "link", name="What happened"
        ).click()
        check_page(page, self.heading)

    def shows(self, *words: str) -> None:
        for each in words:
            expect(self.page.get_by_role("main")).to_contain_text(each)


class WhoLookedPage:
    heading = "Who looked"

    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/who-looked/")
        check_page(page, self.heading)

    def lookers(self) -> list[str]:
        """Who, what they saw and why, each as it is read."""
        return self.page.get_by_role("main").get_by_role("listitem").all_inner_texts()
