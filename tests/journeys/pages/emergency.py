"""Where staff open a record in an emergency, and a manager looks at it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.checking import check_page


class EmergencyPage:
    heading = "Open a record in an emergency"

    def __init__(self, page: Page) -> None:
        """From the page that says that there is none."""
        self.page = page
        page.get_by_role("link", name=self.heading).click()
        check_page(page, self.heading)

    def open(self, reference: str, why: str, heading: str) -> None:
        # Its label lies over the circle, so that a thumb cannot miss.
        self.page.get_by_role("radio", name="They are missing").check(force=True)
        self.page.get_by_label("Why do you need to see their record now?").fill(why)
        self.page.get_by_label("Their reference in the case system").fill(reference)
        self.page.get_by_role("button", name="Open their record for 24 hours").click()
        check_page(self.page, heading)


class ListPage:
    heading = "Who opened whom"

    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/emergency/list")
        check_page(page, self.heading)

    def look_at(self, who: str) -> None:
        self.page.get_by_role("link", name=f"Look at what {who} tried").first.click()
        check_page(self.page, "A try in an emergency")

    def say_that_it_was_right(self) -> None:
        self.page.get_by_role("radio", name="This was right").check(force=True)
        self.page.get_by_role("button", name="Keep what I say").click()
        expect(self.page.get_by_role("main")).to_contain_text("A manager says that it was.")

    def answer(self, whom: str, words: str) -> None:
        self.page.get_by_role("link", name=f"Answer {whom}").click()
        check_page(self.page, "A question about a look")
        self.page.get_by_label("Your answer to them").fill(words)
        self.page.get_by_role("button", name=f"Send the answer to {whom}").click()
        check_page(self.page, self.heading)
