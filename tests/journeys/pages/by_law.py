"""Where the council locks what the law makes it share."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.checking import check_page


class LocksPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/admin/locks/")
        check_page(page, "Shared by law")

    def set(self, team: str, topic: str, reason: str) -> None:
        self.page.get_by_label("Team that must see it").select_option(team)
        self.page.get_by_label("Topic").select_option(topic)
        self.page.get_by_label("Why the law says so").fill(reason)
        self.page.get_by_role("button", name="Set this lock").click()
        expect(self.page.get_by_text("It opens nothing before another person")).to_have_count(2)
        check_page(self.page, "Shared by law")

    def cannot_be_confirmed_by_oneself(self) -> None:
        expect(self.page.get_by_text("waits for another person")).to_be_visible()
        expect(self.page.get_by_role("button", name="Confirm: the law says so")).to_have_count(0)

    def confirm(self) -> None:
        self.page.get_by_role("button", name="Confirm: the law says so").click()
        expect(self.page.get_by_text("Everyone whose board it changes is told")).to_be_visible()
        check_page(self.page, "Shared by law")

    def end(self, of: str) -> None:
        self.page.get_by_role("link", name=re.compile(f"^End this lock.*{of}")).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("End the lock on")
        self.page.get_by_role("button", name="End this lock now").click()
        check_page(self.page, "Shared by law")
