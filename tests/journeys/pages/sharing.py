"""Where a care leaver chooses who sees what, looks as the others look, and keeps a receipt."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.checking import check_page

BOARD = "Who sees what"


class BoardPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        places = page.get_by_role("navigation", name="Places")
        places.get_by_role("link", name=BOARD).click()
        check_page(page, BOARD)

    def open(self, team: str) -> TeamPage:
        self.page.get_by_role("main").get_by_role("link", name=team, exact=True).click()
        return TeamPage(self.page, team)


class TeamPage:
    """One team, topic by topic."""

    def __init__(self, page: Page, team: str) -> None:
        self.page, self.team = page, team
        check_page(page, f"What can {team} see?")

    def answer(self, topic: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=topic, exact=True)
        # Its label lies over the circle, so that a thumb cannot miss.
        group.get_by_role("radio", name=answer, exact=True).check(force=True)

    def for_this_week(self) -> None:
        self.page.get_by_role("radio", name="Just this week").check(force=True)

    def look_first(self) -> FirstPage:
        self.page.get_by_role("button", name="See first what would change").click()
        return FirstPage(self.page)

    def says(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)


class FirstPage:
    """What would change, before it does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        check_page(page, "What would change")

    def says(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)

    def keep(self) -> KeptPage:
        self.page.get_by_role("button", name="Yes, change this").click()
        return KeptPage(self.page)


class KeptPage:
    heading = "Your choice is kept"

    def __init__(self, page: Page) -> None:
        self.page = page
        check_page(page, self.heading)

    def look_as(self, team: str) -> SeenPage:
        self.page.get_by_role("link", name=f"See what {team} sees now").click()
        return SeenPage(self.page, team)

    def open_receipt(self) -> ReceiptPage:
        self.page.get_by_role("link", name="Read your receipt").click()
        return ReceiptPage(self.page)


class SeenPage:
    """My own page, as a team has it."""

    def __init__(self, page: Page, team: str) -> None:
        self.page = page
        check_page(page, f"What {team} sees")

    def shows(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)

    def hides(self, words: str) -> None:
        expect(self.page.get_by_role("main")).not_to_contain_text(words)

    def go_back(self) -> None:
        self.page.go_back()


class ReceiptPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        check_page(page, "Your receipt")

    def says(self, *words: str) -> None:
        for each in words:
            expect(self.page.get_by_role("main")).to_contain_text(each)

    def keep_as_text(self) -> str:
        with self.page.expect_download() as kept:
            self.page.get_by_role("link", name="Keep it as text").click()
        return kept.value.path().read_text(encoding="utf-8")
