from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import func, select

from portal.consent.models import Choice, Receipt
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.sharing.boards import (
    BOARD,
    cell,
    choose_on,
    chose,
    chosen,
    not_now,
    page_of,
    value,
    yes,
)
from tests.sharing.makers import a_lock


def choices(town: Town, asking: Asking) -> int:
    with asking(town.amina) as asked:
        return asked.scalar(select(func.count()).select_from(Choice)) or 0


def test_the_same_form_sent_twice_makes_one_receipt(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    page = phone.page(page_of(housing))
    key = page.select_one("[name=form_key]")
    assert key is not None
    sent = {"form_key": key["value"], cell(housing, home): value(page, housing, home, "yes")}
    first, second = (phone.post(page_of(housing), data=sent) for _ in range(2))

    assert first.location == second.location
    assert choices(town, asking) == 1


def test_an_old_token_costs_nothing_that_was_chosen(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    mine = value(phone.page(page_of(housing)), housing, home, "yes")
    sent = {"form_token": "old", cell(housing, home): mine}
    answer = phone.post(page_of(housing), data=sent, token=False)

    assert answer.status_code == 422
    assert "This page was open for a long time." in answer.text
    assert chosen(BeautifulSoup(answer.text, "html.parser"), housing, home) == "yes"
    assert choices(town, asking) == 0


def test_a_yes_from_a_page_that_was_left_open_asks_again(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    old = value(phone.page(page_of(housing)), housing, home, "yes")
    chose(town.amina, not_now(housing, home))
    answer = phone.post(page_of(housing), data={cell(housing, home): old})

    assert answer.status_code == 409
    assert "was changed since you opened this page" in answer.text
    assert choices(town, asking) == 1


def test_a_not_now_from_a_page_that_was_left_open_counts(signed_in: SignedInAs, town: Town) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    old = value(phone.page(page_of(housing)), housing, home, "not_now")
    chose(town.amina, yes(housing, home))
    phone.post(page_of(housing), data={cell(housing, home): old})

    assert chosen(phone.page(page_of(housing)), housing, home) == "not_now"


def test_a_second_tab_undoes_nothing_that_it_did_not_touch(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home, money = town.teams.housing, town.topics[3], town.topics[6]
    phone = signed_in(town.amina)
    chose(town.amina, not_now(housing, home))
    tab = phone.page(page_of(housing))
    choose_on(phone, housing, [(home, "yes")])
    as_shown = {
        cell(housing, home): value(tab, housing, home, "not_now"),
        cell(housing, money): value(tab, housing, money, "yes"),
    }
    phone.post(page_of(housing), data=as_shown)

    page = phone.page(page_of(housing))
    assert chosen(page, housing, home) == "yes"
    assert chosen(page, housing, money) == "yes"


@pytest.mark.parametrize("sent", ["yes", "maybe.never.", "", "yes.locked.", "'; drop table"])
def test_an_answer_that_no_page_gave_is_asked_again(
    signed_in: SignedInAs, town: Town, asking: Asking, sent: str
) -> None:
    where = cell(town.teams.housing, town.topics[3])
    answer = signed_in(town.amina).post(page_of(town.teams.housing), data={where: sent})

    assert answer.status_code == 409
    assert choices(town, asking) == 0


def test_a_team_or_topic_that_is_not_on_the_board_is_not_chosen(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    phone, home = signed_in(town.amina), town.topics[3]
    sent: dict[str, Any] = {cell(town.teams.data, home): "yes.never."}

    assert phone.post(BOARD, data=sent).status_code == 409
    assert phone.get(page_of(town.teams.data)).status_code == 404
    assert phone.get(f"/sharing/teams/{town.teams.housing.id}/{uuid4()}/").status_code == 404
    assert choices(town, asking) == 0


def test_a_locked_cell_sent_by_hand_changes_nothing(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    a_lock(town, housing, home, "By law.")
    alone = f"/sharing/teams/{housing.id}/{home.id}/"

    for sent in ("yes.locked.", "yes.never.", "not_now.never."):
        answer = phone.post(page_of(housing), data={cell(housing, home): sent})
        assert answer.status_code == 409
    assert phone.post(alone, data={"answer": "yes"}).status_code == 409
    assert choices(town, asking) == 0


def test_somebody_elses_receipt_is_not_there(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    receipt = chose(town.amina, yes(town.teams.housing, town.topics[3]))
    for person in (town.tyler, town.jo, town.harriet):
        browser = signed_in(person)
        for ending in ("/", ".txt", ".json"):
            assert browser.get(f"/sharing/receipts/{receipt.id}{ending}").status_code == 404
        assert browser.get(f"/sharing/saved/{receipt.id}/").status_code == 404
        answer = browser.post(f"/sharing/saved/{receipt.id}/widen", data={"which": "all"})
        assert answer.status_code == 404
    with asking(town.tyler) as asked:
        assert asked.scalars(select(Receipt)).all() == []
