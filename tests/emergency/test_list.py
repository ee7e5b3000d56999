from __future__ import annotations

import pytest

from portal.accounts.models import CareLeaver, Staff
from tests.cast import Town
from tests.conftest import SignedInAs
from tests.emergency.makers import LIST, WHY, at, the_try, try_it, words_of


def test_each_try_stands_there_with_who_when_category_and_reason(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff, priya: Staff
) -> None:
    desk = signed_in(nadia)
    try_it(desk, reference="nobody")
    try_it(desk)
    cards = signed_in(priya).page(LIST).select("ul[aria-label^=Tries] li")
    rows = [card.get_text(" ") for card in cards]

    both = ("Nadia Khan", "Support practitioner", "Missing", WHY, "to look at")
    assert len(rows) == 2
    assert all(each in rows[0] for each in ("Amina Yusuf", "open now", *both))
    assert all(each in rows[1] for each in ("Nobody", "found nobody", *both))


def test_what_was_looked_for_and_not_found_is_kept_nowhere(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff, priya: Staff
) -> None:
    try_it(signed_in(nadia), full_name="Zoltan Quist", born_on="2006-01-02")

    assert "Zoltan" not in words_of(signed_in(priya), at(the_try()))


def test_a_manager_says_that_it_was_right_and_it_leaves_the_list(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff, priya: Staff, martin: Staff
) -> None:
    try_it(signed_in(nadia))
    desk, here = signed_in(priya), at(the_try())

    assert desk.fill_in(here, f"{here}/review", outcome="right").status_code == 303

    assert "Nadia" not in words_of(desk, LIST)
    assert "Nadia" in words_of(desk, "/emergency/list/done")
    assert signed_in(martin).post(f"{here}/review", data={"outcome": "right"}).status_code == 409


def test_an_inquiry_has_a_word_and_ends_with_what_came_of_it(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff, priya: Staff
) -> None:
    try_it(signed_in(nadia))
    desk, here = signed_in(priya), at(the_try())
    empty = desk.fill_in(here, f"{here}/review", outcome="inquiry")
    assert empty.status_code == 422
    assert "Say in a few words what is to be found out." in empty.text

    desk.fill_in(here, f"{here}/review", outcome="inquiry", inquiry="Why not ring Jo?")
    assert "inquiry" in words_of(desk, LIST)
    desk.fill_in(here, f"{here}/end", came_to="Jo was on a plane.")

    assert "Nadia" not in words_of(desk, LIST)
    assert "Jo was on a plane." in words_of(desk, here)
    assert desk.post(f"{here}/end", data={"came_to": "Again."}).status_code == 409


def test_neither_who_used_it_nor_who_approved_it_reviews_it(
    signed_in: SignedInAs, known: CareLeaver, town: Town, martin: Staff
) -> None:
    try_it(signed_in(town.priya))
    own = f"{at(the_try())}/review"
    assert signed_in(town.priya).post(own, data={"outcome": "right"}).status_code == 403
    try_it(signed_in(town.nadia))
    here, desk = at(the_try()), signed_in(town.priya)
    desk.post(f"{here}/approve")

    assert "Another manager looks at it." in words_of(desk, here)
    assert desk.post(f"{here}/review", data={"outcome": "right"}).status_code == 403
    right = signed_in(martin).post(f"{here}/review", data={"outcome": "right"})
    assert right.status_code == 303


@pytest.mark.parametrize("who", ["jo", "harriet", "ada", "amina"])
def test_the_list_is_for_managers_alone(signed_in: SignedInAs, town: Town, who: str) -> None:
    assert signed_in(getattr(town, who)).get(LIST).status_code == 404


def test_what_waits_is_counted_beside_the_place_and_not_what_is_ones_own(
    signed_in: SignedInAs, known: CareLeaver, town: Town
) -> None:
    try_it(signed_in(town.nadia))
    try_it(signed_in(town.priya), reference="nobody")
    place = signed_in(town.priya).page(LIST).select_one(f"nav a[href='{LIST}']")

    assert place is not None
    assert " ".join(place.get_text(" ").split()) == "Who opened whom 1"
