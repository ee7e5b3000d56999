"""`python -m tests.pictures`: the two pictures of the README, of the sample council."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from portal.config import ROOT, demo_settings
from portal.demo import preparing
from portal.sample.cast import AMINA
from tests.journeys.browsing import LAPTOP, PHONE, Screen
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.serving import serving

PICTURES = ROOT / "docs"
FINE = 2  # dots for each point


def main() -> None:
    with TemporaryDirectory() as folder:
        preparing.prepare(demo_settings(folder=Path(folder)))
        demo = {"MODE": "demo", "DATA_FOLDER": folder}
        with serving(demo) as port, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            take = _camera(browser, f"http://127.0.0.1:{port}")
            take("phone", PHONE, "care-leaver", _home)
            take("two-columns", LAPTOP, "pa", _beside_the_record)
            browser.close()


def _camera(browser: Browser, address: str) -> Callable[..., None]:
    def take(name: str, screen: Screen, who: str, go: Callable[[Page], None]) -> None:
        options = screen.as_options()
        context = browser.new_context(**options, base_url=address, device_scale_factor=FINE)
        page = context.new_page()
        page.goto(f"/demo/{who}")
        page.get_by_role("main").get_by_role("button").click()
        go(page)
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png")
        context.close()

    return take


def _home(page: Page) -> None:
    page.get_by_role("heading", name=re.compile("^Hi ")).wait_for()


def _beside_the_record(page: Page) -> None:
    page.goto(f"/people/?name={AMINA.first_name}")
    page.get_by_role("link", name=AMINA.name).click()
    page.get_by_text("Choose what you see").click()
    topics = page.get_by_role("navigation", name="Topic")
    topics.get_by_role("link", name="home", exact=True).click()
    page.get_by_role("heading", name="On the record").wait_for()


if __name__ == "__main__":
    main()
