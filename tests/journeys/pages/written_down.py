"""Written down by an adviser, and handed over to be read and confirmed."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.checking import check_page


class WriteDownPage:
    """At the adviser's desk, beside somebody."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name
        page.get_by_role("link", name="Write something down together").click()
        check_page(page, f"Write something down with {name}")

    def write(self, words: str) -> HandOverPage:
        self.page.get_by_label("In your own words").fill(words)
        self.page.get_by_role("button", name=f"Hand it to {self.name} to read").click()
        return HandOverPage(self.page, self.name)


class HandOverPage:
    """In the hands of whoever said it, on a device that is not theirs."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name
        check_page(page, f"Is this what you said, {name}?")

    def type_pin(self, pin: str) -> None:
        self.page.get_by_label("Your PIN").fill(pin)
        self.page.get_by_role("button", name="Yes, this is what I said").click()

    def type_wrong_pin(self, left: int) -> None:
        self.type_pin("000000")
        expect(self.page.get_by_role("alert")).to_contain_text(
            f"That is not the PIN. Tries left on this device: {left}."
        )
        check_page(self.page, f"Is this what you said, {self.name}?")
        expect(self.page.get_by_label("Your PIN")).to_have_value("")

    def is_confirmed(self) -> None:
        check_page(self.page, f"Thank you, {self.name}")
        expect(self.page.get_by_label("Your PIN")).to_have_count(0)
