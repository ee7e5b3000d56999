"""What is true of every page that somebody meets on a journey."""

from __future__ import annotations

from functools import cache
from typing import Any

from playwright.sync_api import Page, expect

from portal.config import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Under the bar that stays at the bottom, axe takes what is covered for too small.
TALL = "() => document.documentElement.scrollHeight"
TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
DESK, PHONE, FOUR_TIMES_AS_LARGE = 1280, 390, 320
RUN = """async (only) => {
  const rules = only ? {runOnly: [only]} : {rules: {"target-size": {enabled: true}}};
  const found = await axe.run(document, rules);
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} (${rule.help})`));
}"""


def check_page(page: Page, heading: str) -> None:
    """It is the page that it should be, and then: axe finds nothing, nothing runs off sideways."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert page.evaluate(TOO_WIDE) <= 0, f"{heading} runs off sideways at {page.viewport_size}"
    if _runs_scripts(page):
        assert what_axe_finds(page) == [], f"{heading} at {page.viewport_size}"


def check_at_every_size(page: Page) -> list[str]:
    """What is wrong with a page at a desk, on a phone, in the dark, and four times as large."""
    wrong = what_axe_finds(page)
    for width in (PHONE, FOUR_TIMES_AS_LARGE):
        page.set_viewport_size({"width": width, "height": 844})
        wrong += [f"runs off sideways at {width}"] if page.evaluate(TOO_WIDE) > 0 else []
    page.set_viewport_size({"width": PHONE, "height": 844})
    wrong += what_axe_finds(page)
    page.emulate_media(color_scheme="dark")
    wrong += [f"in the dark: {each}" for each in what_axe_finds(page, "color-contrast")]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": DESK, "height": 800})
    return wrong


def what_axe_finds(page: Page, only: str = "") -> list[str]:
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": size["width"], "height": page.evaluate(TALL)})
    page.evaluate(_axe())
    found: list[str] = page.evaluate(RUN, only)
    page.set_viewport_size(size)
    return found


def _runs_scripts(page: Page) -> bool:
    """Without JavaScript axe waits for ever."""
    runs: Any = page.evaluate("() => matchMedia('(scripting: enabled)').matches")
    return bool(runs)


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
