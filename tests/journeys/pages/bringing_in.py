"""Where an importer brings case records in: rehearsed first, and refused rows told."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.checking import check_page


class ImportsPage:
    def __init__(self, page: Page) -> None:
        self.page = page
        page.goto("/imports/")
        check_page(page, "Imports")

    def begin(self) -> None:
        self.page.get_by_role("link", name="Bring in a file").click()
        check_page(self.page, "Bring in a file")

    def name_a_system(self, name: str, held_by: str) -> None:
        self.begin()
        self.page.get_by_role("link", name="Name a case system").click()
        check_page(self.page, "Name a case system")
        self.page.get_by_label("Name of the case system").fill(name)
        self.page.get_by_label("Team that holds its records").select_option(held_by)
        self.page.get_by_role("button", name="Save its name").click()
        check_page(self.page, "Bring in a file")

    def hand_in(self, file: Path, source: str, holds: str) -> None:
        self.page.get_by_label("Where it comes from").select_option(source)
        self.page.get_by_label("What is in it").select_option(holds)
        self.page.get_by_label("The file, as CSV").set_input_files(file)
        self.page.get_by_role("button", name="Read it without bringing it in").click()

    def say_what_columns_mean(self, name: str, **columns: str) -> None:
        check_page(self.page, "Say what the columns mean")
        for field, column in columns.items():
            self.page.locator(f"[name=in_{field}]").select_option(column)
        self.page.get_by_label("Name for this mapping").fill(name)
        self.page.get_by_role("button", name="Save the columns and read the file").click()


class OneImportPage:
    def __init__(self, page: Page, file_name: str) -> None:
        self.page, self.file_name = page, file_name
        check_page(page, file_name)

    def says(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=2, name=heading)).to_be_visible()
        check_page(self.page, self.file_name)

    def counts(self) -> dict[str, str]:
        names = self.page.get_by_role("term").all_inner_texts()
        return dict(zip(names, self.page.get_by_role("definition").all_inner_texts(), strict=True))

    def problems(self) -> list[str]:
        rows = self.page.get_by_role("table").get_by_role("row").all_inner_texts()
        return [" ".join(row.split()) for row in rows[1:]]

    def download_the_refused(self) -> str:
        with self.page.expect_download() as coming:
            self.page.get_by_role("button", name="Download the refused rows").click()
        return Path(coming.value.path()).read_text(encoding="utf-8-sig")

    def bring_in(self) -> None:
        self.page.get_by_role("button", name="Bring in what is new and changed").click()
