from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from portal.consent.models import Choice
from tests.cast import Town
from tests.client import filled_in
from tests.conftest import Asking, SignedInAs
from tests.sharing.boards import (
    cell,
    chose,
    chosen,
    not_now,
    page_of,
    value,
    words_of,
    yes,
)
from tests.sharing.makers import a_lock
from tests.voice.makers import said

EVERYONE = "/sharing/all-at-once/everyone-who-works-with-me"
LEAVING_CARE = "/sharing/all-at-once/leaving-care-only"


def choices(town: Town, asking: Asking) -> int:
    with asking(town.amina) as asked:
        return asked.scalar(select(func.count()).select_from(Choice)) or 0


@pytest.mark.parametrize("address", [EVERYONE, LEAVING_CARE])
def test_looking_at_a_preset_changes_nothing(
    signed_in: SignedInAs, town: Town, asking: Asking, address: str
) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3]))
    page = words_of(signed_in(town.amina).page(address))

    assert "Nothing has changed yet." in page
    assert choices(town, asking) == 1


def test_everyone_who_works_with_amina_is_housing_and_leaving_care(
    signed_in: SignedInAs, town: Town
) -> None:
    phone, home = signed_in(town.amina), town.topics[3]
    shown = words_of(phone.page(EVERYONE))
    assert "Housing" in shown
    assert "No Wrong Door" not in shown

    phone.fill_in(EVERYONE, "/sharing/")

    teams = town.teams
    assert chosen(phone.page(page_of(teams.housing)), teams.housing, home) == "yes"
    assert chosen(phone.page(page_of(teams.no_wrong_door)), teams.no_wrong_door, home) == ""


def test_what_is_so_already_or_locked_is_left_out(signed_in: SignedInAs, town: Town) -> None:
    housing, topics, phone = town.teams.housing, town.topics, signed_in(town.amina)
    chose(town.amina, yes(housing, topics[3]))
    a_lock(town, housing, topics[6], "By law.")
    page = phone.page(EVERYONE)
    fields = {str(field["name"]) for field in page.select("input[name^=cell-]")}

    assert cell(housing, topics[0]) in fields
    assert cell(housing, topics[3]) not in fields
    assert cell(housing, topics[6]) not in fields


def test_leaving_care_only_ends_every_yes_to_another_team(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, care, home = town.teams.housing, town.teams.leaving_care, town.topics[3]
    chose(town.amina, yes(housing, home), yes(care, home))
    phone = signed_in(town.amina)
    phone.fill_in(LEAVING_CARE, "/sharing/")

    assert chosen(phone.page(page_of(housing)), housing, home) == "not_now"
    assert chosen(phone.page(page_of(care)), care, home) == "yes"
    assert "Nothing would change" in phone.page(LEAVING_CARE).get_text()


def test_a_preset_that_is_not_there_is_not_found(signed_in: SignedInAs, town: Town) -> None:
    assert signed_in(town.amina).get("/sharing/all-at-once/nobody").status_code == 404


def test_before_it_is_kept_amina_sees_what_housing_would_see(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    said(town.amina, "The damp is back.", topic_id=home.id, reach="chosen")
    mine = value(phone.page(page_of(housing)), housing, home, "yes")
    sent: dict[str, Any] = {cell(housing, home): mine, "how_long": "week"}
    answer = phone.post(f"{page_of(housing)}look-first", data=sent)
    page = BeautifulSoup(answer.text, "html.parser")

    assert "Housing: 1 thing more" in words_of(page)
    assert choices(town, asking) == 0

    form = page.select_one("main form")
    assert form is not None
    phone.post(str(form["action"]), data=filled_in(form), token=False)
    assert chosen(phone.page(page_of(housing)), housing, home) == "yes"


def test_looking_first_at_an_old_page_says_so(signed_in: SignedInAs, town: Town) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    old = value(phone.page(page_of(housing)), housing, home, "yes")
    chose(town.amina, not_now(housing, home))
    answer = phone.post(f"{page_of(housing)}look-first", data={cell(housing, home): old})

    assert answer.status_code == 409
    assert "was changed since you opened this page" in answer.text


def test_looking_first_with_a_day_that_is_over_keeps_what_was_chosen(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    mine = value(phone.page(page_of(housing)), housing, home, "yes")
    sent = {cell(housing, home): mine, "how_long": "day", "until_day": "2020-01-01"}
    answer = phone.post(f"{page_of(housing)}look-first", data=sent)

    assert answer.status_code == 422
    assert chosen(BeautifulSoup(answer.text, "html.parser"), housing, home) == "yes"
