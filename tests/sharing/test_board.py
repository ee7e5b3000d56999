from __future__ import annotations

from datetime import timedelta
from typing import Any

import time_machine
from bs4 import BeautifulSoup
from sqlalchemy import select

from portal.consent.models import Choice
from portal.db import clock
from portal.sharing.lengths import last_day
from portal.web.dates import on_day
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.sharing.boards import (
    BOARD,
    cell,
    choose_on,
    chose,
    chosen,
    page_of,
    value,
    words_of,
    yes,
)
from tests.sharing.makers import a_lock


def test_the_board_names_every_team_that_could_work_with_amina(
    signed_in: SignedInAs, town: Town
) -> None:
    page = words_of(signed_in(town.amina).page(BOARD))

    for team in ("Leaving care", "Housing", "No Wrong Door", "Virtual school"):
        assert team in page
    assert "Data and intelligence" not in page


def test_before_anything_is_chosen_neither_answer_is(signed_in: SignedInAs, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    page = signed_in(town.amina).page(page_of(housing))

    assert chosen(page, housing, home) == ""
    assert "You have not chosen. They do not see it." in words_of(page)


def test_amina_says_yes_to_housing_about_home_and_reads_until_when(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    kept = phone.page(choose_on(phone, housing, [(home, "yes")]))
    with asking(town.amina) as asked:
        (choice,) = asked.scalars(select(Choice))

    until = on_day(last_day(choice.end_at or clock()))
    assert f"Yes, until {until}" in words_of(kept)
    page = phone.page(page_of(housing))
    assert chosen(page, housing, home) == "yes"
    assert f"Until {until}" in words_of(page)


def test_a_yes_for_this_week_is_over_after_it(signed_in: SignedInAs, town: Town) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    choose_on(phone, housing, [(home, "yes")], how_long="week")

    with time_machine.travel(clock() + timedelta(days=9)):
        page = signed_in(town.amina).page(page_of(housing))
    assert chosen(page, housing, home) == ""
    assert "Your yes ended" in words_of(page)


def test_what_amina_did_not_touch_stays_as_it_is(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, phone = town.teams.housing, signed_in(town.amina)
    choose_on(phone, housing, [(town.topics[3], "yes")], how_long="week")
    choose_on(phone, housing, [(town.topics[6], "not_now")])

    with asking(town.amina) as asked:
        assert len(asked.scalars(select(Choice)).all()) == 2
    assert chosen(phone.page(page_of(housing)), housing, town.topics[3]) == "yes"


def test_a_team_that_does_not_work_with_her_says_so_and_can_be_chosen_in_advance(
    signed_in: SignedInAs, town: Town
) -> None:
    door, home, phone = town.teams.no_wrong_door, town.topics[3], signed_in(town.amina)
    assert "Nobody of this team works with you now" in words_of(phone.page(page_of(door)))

    choose_on(phone, door, [(home, "yes")])

    assert chosen(phone.page(page_of(door)), door, home) == "yes"


def test_housing_says_since_when_it_works_with_amina(signed_in: SignedInAs, town: Town) -> None:
    page = signed_in(town.amina).page(page_of(town.teams.housing))

    assert "They have worked with you since" in words_of(page)


def test_a_locked_cell_shows_its_reason_and_has_no_control(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home = town.teams.housing, town.topics[3]
    a_lock(town, housing, home, "Housing must know, by law.")
    page = signed_in(town.amina).page(page_of(housing))

    assert "Housing must know, by law." in words_of(page)
    assert page.select(f'[name="{cell(housing, home)}"]') == []


def test_on_a_wide_screen_the_whole_board_is_chosen_at_once(
    signed_in: SignedInAs, town: Town
) -> None:
    phone, home, money = signed_in(town.amina), town.topics[3], town.topics[6]
    housing, school = town.teams.housing, town.teams.virtual_school
    page = phone.page(BOARD)
    typed: dict[str, Any] = {
        cell(housing, home): value(page, housing, home, "yes"),
        cell(school, money): value(page, school, money, "not_now"),
    }
    kept = phone.fill_in(BOARD, BOARD, **typed)

    page = phone.page(kept.location)
    assert "Housing" in words_of(page)
    assert "Virtual school" in words_of(page)
    assert chosen(phone.page(BOARD), housing, home) == "yes"


def test_a_day_that_is_over_or_too_far_is_pointed_out_and_the_answers_stay(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    mine = value(phone.page(page_of(housing)), housing, home, "yes")
    for day, said in (("2020-01-01", "That day is over."), ("2199-01-01", "12 months at most")):
        typed: dict[str, Any] = {cell(housing, home): mine, "how_long": "day", "until_day": day}
        answer = phone.fill_in(page_of(housing), page_of(housing), **typed)

        assert answer.status_code == 422
        assert said in answer.text
        assert chosen(BeautifulSoup(answer.text, "html.parser"), housing, home) == "yes"


def test_tyler_keeps_his_own_board(signed_in: SignedInAs, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    chose(town.amina, yes(housing, home))

    assert chosen(signed_in(town.tyler).page(page_of(housing)), housing, home) == ""
