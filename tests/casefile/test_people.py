from __future__ import annotations

from datetime import timedelta

import pytest

from portal.casefile import queries
from portal.db import now
from portal.hours import local
from tests.casefile.conftest import Looks
from tests.casefile.reading import asks_for_an_answer, here, words_of
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import said
from tests.makers import a_care_leaver, an_allocation

PEOPLE = "/people/"


def test_jo_has_amina_and_sam_has_tyler(signed_in: SignedInAs, town: Town) -> None:
    jos, sams = words_of(signed_in(town.jo), PEOPLE), words_of(signed_in(town.sam), PEOPLE)

    assert "Amina Yusuf" in jos
    assert "Tyler" not in jos
    assert "Tyler Brook" in sams
    assert "Amina" not in sams


def test_priya_has_everybody_of_her_team(signed_in: SignedInAs, town: Town) -> None:
    page = words_of(signed_in(town.priya), PEOPLE)

    assert "Amina Yusuf" in page
    assert "Tyler Brook" in page


def test_nadia_has_nobody_yet_and_is_told_how_that_changes(
    signed_in: SignedInAs, town: Town
) -> None:
    assert "Nobody yet" in words_of(signed_in(town.nadia), PEOPLE)


def test_care_leavers_have_no_such_page(signed_in: SignedInAs, town: Town) -> None:
    assert signed_in(town.tyler).get(PEOPLE).status_code == 404


def test_an_allocation_that_nobody_confirmed_shows_nobody(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.jo, writes=True):
        an_allocation(of=town.tyler, to=town.jo, confirmed_by=None)

    assert "Tyler" not in words_of(signed_in(town.jo), PEOPLE)


def test_every_figure_leads_to_what_it_counts(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.amina, writes=True):
        asks_for_an_answer(said(town.amina, "Please ring me."), read_at=now())
        late = said(town.amina, "I wait for the key.")
        asks_for_an_answer(late, due_on=local(now()).date() - timedelta(days=2))
    laptop = signed_in(town.jo)
    figures = laptop.page(PEOPLE).select("td a")

    assert [one.get_text(" ", strip=True) for one in figures] == [
        "1 unread",
        "2 unanswered",
        "1 overdue",
    ]
    assert words_of(laptop, str(figures[1]["href"]), ".desk__words").count("Answer or") == 2
    overdue = words_of(laptop, str(figures[2]["href"]), ".desk__words")
    assert "I wait for the key." in overdue
    assert "Please ring me." not in overdue


def test_counting_what_waits_is_no_look(
    signed_in: SignedInAs, asking: Asking, town: Town, looks_at_amina: Looks
) -> None:
    with asking(town.amina, writes=True):
        asks_for_an_answer(said(town.amina, "Please ring me."))
    page = signed_in(town.jo).page(PEOPLE)

    assert page.select_one("nav a[href='/inbox/'] .count").get_text() == "1"  # type: ignore[union-attr]
    assert looks_at_amina() == 0


def test_whoever_waits_longest_comes_first_unless_sorted_by_name(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    with asking(town.tyler, writes=True):
        asks_for_an_answer(said(town.tyler, "Please ring me."))
    laptop = signed_in(town.priya)
    waits = [one.get_text(strip=True) for one in laptop.page(PEOPLE).select("tbody th")]
    names = [
        one.get_text(strip=True) for one in laptop.page(f"{PEOPLE}?sort=name").select("tbody th")
    ]

    assert waits == ["Tyler Brook", "Amina Yusuf"]
    assert names == ["Amina Yusuf", "Tyler Brook"]


def test_somebody_is_found_by_part_of_their_name(signed_in: SignedInAs, town: Town) -> None:
    laptop = signed_in(town.priya)

    assert "Amina" not in words_of(laptop, f"{PEOPLE}?name=bro", "tbody")
    assert "Tyler" in words_of(laptop, f"{PEOPLE}?name=bro", "tbody")
    assert "Nobody here has that name" in words_of(laptop, f"{PEOPLE}?name=%25")


def test_a_long_list_comes_a_page_at_a_time(
    signed_in: SignedInAs, asking: Asking, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "A_PAGE", 2)
    with asking(town.priya, writes=True):
        a_care_leaver("Zoe", "West", town.teams.leaving_care)
    laptop = signed_in(town.priya)
    older = laptop.page(PEOPLE).select_one("a[rel=next]")

    assert "1 to 2 of 3" in words_of(laptop, PEOPLE)
    assert older is not None
    assert "Zoe" in words_of(laptop, str(older["href"]))
    assert here(town.amina) in str(laptop.page(PEOPLE))
