"""Where staff read what somebody said beside the case record, and answer it."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.journeys.checking import check_page

COLUMNS_FROM = 1024  # pixels


class InboxPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/inbox/")
        check_page(page, "Inbox")

    def waits(self, words: str) -> None:
        waiting = self.page.get_by_role("listitem").filter(has_text=words)
        expect(waiting.get_by_role("link", name="Read and answer")).to_be_visible()


class PeoplePage:
    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/people/")
        check_page(page, "People")

    def open(self, whole_name: str, heading: str) -> PersonPage:
        self.page.get_by_role("link", name=whole_name).click()
        return PersonPage(self.page, heading)


class PersonPage:
    """Their own words and the case record: two columns, or a tab for each on a phone."""

    def __init__(self, page: Page, heading: str) -> None:
        self.page, self.heading = page, heading
        check_page(page, heading)

    @property
    def words(self) -> Locator:
        return self._column("In their words")

    @property
    def record(self) -> Locator:
        return self._column("On the record")

    def _column(self, name: str) -> Locator:
        size = self.page.viewport_size
        assert size is not None
        if size["width"] < COLUMNS_FROM:
            tabs = self.page.get_by_role("navigation", name="Columns")
            tabs.get_by_role("link", name=name).click()
            check_page(self.page, self.heading)
        expect(self.page.get_by_role("heading", name=name)).to_have_count(1)
        return self.page.get_by_role("main")

    def answer(self, words: str, to: str) -> None:
        self._open_forms()
        self.page.get_by_label("Your answer").fill(words)
        self.page.get_by_role("button", name=f"Send to {to}").click()
        expect(self.page.get_by_role("main")).to_contain_text("Sent. They can read it now.")

    def promise(self, what: str, by: date, to: str) -> None:
        self._open_forms()
        self.page.get_by_text("Promise something").click()
        self.page.get_by_label("What will they do?").fill(what)
        self.page.get_by_label("By when?").fill(by.isoformat())
        self.page.get_by_role("button", name=f"Promise it to {to}").click()
        expect(self.page.get_by_role("main")).to_contain_text("Promised. They can see it")

    def address_of_entry(self) -> str:
        """Of the page on which the forms stand that were opened last."""
        form = self.page.get_by_role("link", name="Answer or promise")
        return str(form.get_attribute("href")) if form.count() else self.page.url

    def _open_forms(self) -> None:
        """Under the entry where there is a script; without one, on a page of its own."""
        opens = self.page.get_by_role("link", name="Answer or promise")
        if opens.count():
            opens.click()
        expect(self.page.get_by_label("Your answer")).to_be_visible()
