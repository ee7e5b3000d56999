from __future__ import annotations

from datetime import timedelta

from portal.accounts.about import Reach
from portal.db import now
from tests.casefile.reading import asks_for_an_answer, words_of
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import said

INBOX = "/inbox/"


def waiting_at(laptop: Client) -> str:
    found = laptop.page("/people/").select_one("nav a[href='/inbox/'] .count")
    return found.get_text() if found else ""


def test_nothing_waits_for_jo_and_the_page_says_so(signed_in: SignedInAs, town: Town) -> None:
    laptop = signed_in(town.jo)

    assert "Nothing waits for you" in words_of(laptop, INBOX)
    assert waiting_at(laptop) == ""


def test_worries_come_first_and_then_what_waited_longest(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        for words, days, pressing in (
            ("Which bus?", 5, False),
            ("I am scared.", 1, True),
            ("Ring me.", 3, True),
        ):
            entry = said(town.amina, words)
            waits = {"made_at": now() - timedelta(days=days), "pressing": pressing}
            asks_for_an_answer(entry, **waits)
    laptop = signed_in(town.jo)
    page = words_of(laptop, INBOX)

    assert page.index("Ring me.") < page.index("I am scared.") < page.index("Which bus?")
    assert waiting_at(laptop) == "3"


def test_what_waits_for_jo_does_not_wait_for_sam_or_harriet(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        asks_for_an_answer(said(town.amina, "Ring me."))

    assert waiting_at(signed_in(town.jo)) == "1"
    assert waiting_at(signed_in(town.sam)) == ""
    assert waiting_at(signed_in(town.harriet)) == ""


def test_left_unread_it_stands_with_priya_too_without_the_words_that_are_jos_alone(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        entry = said(town.amina, "For Jo alone.", reach=Reach.MY_ADVISER)
        waits = {"made_at": now() - timedelta(days=9), "adviser_only": True}
        asks_for_an_answer(entry, **waits)
    laptop = signed_in(town.priya)
    page = words_of(laptop, INBOX)

    assert waiting_at(laptop) == "1"
    assert "For Jo alone." not in page
    assert "Nobody has read it yet." in page


def test_opening_it_marks_it_read(signed_in: SignedInAs, asking: Asking, town: Town) -> None:
    with asking(town.amina, writes=True):
        asks_for_an_answer(said(town.amina, "Ring me."))
    laptop = signed_in(town.jo)
    opened = laptop.page(INBOX).select_one("main .card.new a")
    assert opened is not None
    laptop.page(str(opened["href"]))

    assert laptop.page(INBOX).select("main .card.new") == []


def test_a_long_inbox_comes_in_pages_and_says_how_much_there_is(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        for number in range(23):
            asks_for_an_answer(said(town.amina, f"Ring me about {number}."))
    laptop = signed_in(town.jo)
    first, second = laptop.page(INBOX), laptop.page(f"{INBOX}?skip=20")

    assert len(first.select("main li.card")) == 20
    assert "1 to 20 of 23" in first.select_one(".pager").get_text()  # type: ignore[union-attr]
    assert len(second.select("main li.card")) == 3
    assert second.select_one(".pager a[rel='prev']")
