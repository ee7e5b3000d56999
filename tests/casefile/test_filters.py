from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from portal.casefile import timeline
from portal.db import clock, now
from portal.records.models import Source
from tests.casefile.reading import asks_for_an_answer, here, words_of
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import on_record, said

DESK = ".desk"


@pytest.fixture
def laptop(signed_in: SignedInAs, asking: Asking, town: Town, lcs: Source) -> Client:
    """Jo's, with three things that Amina said and two that are on the record."""
    home = town.topics[3].id
    today = now().date()
    with asking(town.amina, writes=True):
        said(town.amina, "The damp is back.", kind="worry", topic_id=home)
        waits = said(town.amina, "Who pays for the bus?", kind="idea")
        asks_for_an_answer(waits, due_on=today - timedelta(days=3))
        said(town.amina, "I passed!", kind="good_news", made_at=now() - timedelta(days=100))
    with asking(town.jo, writes=True):
        on_record(town.amina, lcs, "Advised to ventilate.", topic_id=home, happened_on=today)
        on_record(town.amina, lcs, "Long ago.", happened_on=today - timedelta(days=300))
    return signed_in(town.jo)


@pytest.mark.parametrize(
    ("chosen", "there", "away"),
    [
        ("kind=worry", ["damp"], ["bus", "passed", "ventilate"]),
        ("time=month", ["damp", "bus", "ventilate"], ["passed", "Long ago"]),
        ("time=year", ["passed", "Long ago"], []),
        ("waits=overdue", ["bus"], ["damp", "ventilate"]),
        ("waits=unread", ["bus"], ["damp"]),
        ("kind=poem&topic=home&time=ever", ["damp", "bus", "passed", "Long ago"], []),
    ],
)
def test_jo_chooses_what_to_see_by_its_address(
    laptop: Client, town: Town, chosen: str, there: list[str], away: list[str]
) -> None:
    page = words_of(laptop, here(town.amina, f"?{chosen}"), DESK)

    assert [words for words in there if words not in page] == []
    assert [words for words in away if words in page] == []


def test_a_topic_and_a_source_narrow_both_columns(laptop: Client, town: Town, lcs: Source) -> None:
    about_home = words_of(laptop, here(town.amina, f"?topic={town.topics[3].id}"), DESK)
    from_lcs = words_of(laptop, here(town.amina, f"?source={lcs.id}"), DESK)

    assert "damp" in about_home
    assert "ventilate" in about_home
    assert "bus" not in about_home
    assert "Long ago." in from_lcs
    assert "damp" not in from_lcs


def test_every_link_among_the_filters_leads_to_a_page_with_it_chosen(
    laptop: Client, town: Town
) -> None:
    links = laptop.page(here(town.amina)).select(".choosing .stack a")
    assert len(links) > 20

    for link in links[::6]:
        chosen = laptop.page(str(link["href"])).select(".choosing .stack [aria-current=true]")
        assert [one["href"] for one in chosen] == [here(town.amina)]


def test_nothing_like_that_says_so_and_leads_back(laptop: Client, town: Town) -> None:
    page = laptop.page(here(town.amina, "?kind=experience"))

    assert "Nothing here is like that" in page.get_text()
    assert page.select(f"main a[href='{here(town.amina)}']")


def test_a_phone_shows_one_column_and_a_tab_for_the_other(laptop: Client, town: Town) -> None:
    page = laptop.page(here(town.amina, "?show=record"))

    assert page.select(".desk--record")
    assert page.select_one(".tabs [aria-current=true]").get_text() == "On the record"  # type: ignore[union-attr]


def test_pages_show_everything_once_and_in_order(
    laptop: Client, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "A_PAGE", 2)
    address, pages = here(town.amina), []
    while address:
        page = laptop.page(address)
        pages.append([one.get_text() for one in page.select(".desk article .words")])
        older = page.select_one("a[rel=next]")
        address = str(older["href"]) if older else ""

    assert [len(one) for one in pages] == [2, 2, 1]
    every = [words for one in pages for words in one]
    assert sorted(every) == sorted(set(every))
    assert every[-1] == "Long ago."


def test_only_what_came_since_jo_last_looked_is_new(
    laptop: Client, asking: Asking, town: Town, signed_in: SignedInAs
) -> None:
    first = words_of(laptop, here(town.amina))
    with time_machine.travel(clock() + timedelta(hours=5)):
        with asking(town.amina, writes=True):
            said(town.amina, "The fan works.")
        later = clock() + timedelta(hours=1)
    with time_machine.travel(later):
        jo = signed_in(town.jo)
        page, only = words_of(jo, here(town.amina)), words_of(jo, here(town.amina, "?new=yes"))
        priyas = words_of(signed_in(town.priya), here(town.amina))

    assert "new since" not in first
    assert "1 new since" in page
    assert "The fan works." in only
    assert "damp" not in only.partition("In their words")[2]
    assert "new since" not in priyas


def test_reading_marks_what_waited_as_read(laptop: Client, town: Town) -> None:
    assert "1 unread" in words_of(laptop, "/people/")
    laptop.page(here(town.amina))

    assert "1 unread" not in words_of(laptop, "/people/")
    assert "1 unanswered" in words_of(laptop, "/people/")
