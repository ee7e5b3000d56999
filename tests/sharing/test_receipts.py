from __future__ import annotations

import json
from datetime import timedelta

import time_machine

from portal.consent.proving_receipts import is_true
from portal.db import clock
from portal.sharing import past
from portal.web.dates import on_day
from tests.cast import Town
from tests.conftest import SignedInAs
from tests.sharing.boards import choose_on, chose, id_in, not_now, words_of, yes

FIELDS = {
    "receipt_id", "schema_version", "controller", "subject", "changes", "text_shown", "method",
    "recorded_by", "given_at", "how_to_withdraw", "cannot_be_recalled",
}  # fmt: skip


def test_a_receipt_says_what_was_chosen_before_and_after_and_what_the_page_said(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    chose(town.amina, not_now(housing, home))
    receipt_id = id_in(choose_on(phone, housing, [(home, "yes")], how_long="week"))
    page = words_of(phone.page(f"/sharing/receipts/{receipt_id}/"))

    assert "Housing, home You chose Yes , until" in page
    assert "Before Not now" in page
    assert "A yes ends by itself, on the day that you see." in page
    assert "I chose it myself, on my own phone." in page
    assert "Westmoor" in page
    assert "Amina" not in page


def test_the_text_says_the_same_and_downloads_by_a_name_that_says_nothing(
    signed_in: SignedInAs, town: Town
) -> None:
    receipt = chose(town.amina, yes(town.teams.housing, town.topics[3]))
    answer = signed_in(town.amina).get(f"/sharing/receipts/{receipt.id}.txt")

    assert answer.mimetype == "text/plain"
    assert "Housing, about home\n  Now: yes" in answer.text
    assert "Before: " in answer.text
    assert "A yes ends by itself." in answer.text
    assert f"receipt-{receipt.id.hex[:8]}.txt" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_json_holds_every_field_and_proves_true(signed_in: SignedInAs, town: Town) -> None:
    receipt = chose(town.amina, yes(town.teams.housing, town.topics[3]))
    answer = signed_in(town.amina).get(f"/sharing/receipts/{receipt.id}.json")
    said = json.loads(answer.text)

    assert answer.mimetype == "application/json"
    assert set(said["receipt"]) == FIELDS
    assert is_true(answer.text)
    assert not is_true(answer.text.replace("Housing", "Everybody"))
    assert "Amina" not in answer.text
    assert str(town.amina.id) not in answer.text


def test_history_has_every_choice_by_day_newest_first(signed_in: SignedInAs, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    chose(town.amina, yes(housing, home))
    first = on_day(clock())
    with time_machine.travel(clock() + timedelta(days=2)):
        receipt = chose(town.amina, not_now(housing, home))
        second = on_day(clock())
        page = signed_in(town.amina).page("/sharing/history/")

    assert [day.get_text() for day in page.select("main h2")] == [second, first]
    assert "Housing, home Not now" in words_of(page)
    assert page.select_one(f'a[href="/sharing/receipts/{receipt.id}/"]')


def test_an_empty_history_says_what_will_be_here(signed_in: SignedInAs, town: Town) -> None:
    assert "Nothing yet" in words_of(signed_in(town.tyler).page("/sharing/history/"))


def test_a_long_history_comes_a_page_at_a_time(signed_in: SignedInAs, town: Town) -> None:
    housing, phone = town.teams.housing, signed_in(town.amina)
    for number in range(past.A_PAGE + 1):
        chosen = yes if number % 2 == 0 else not_now
        chose(town.amina, chosen(housing, town.topics[3]))
    older = phone.page("/sharing/history/").select_one("a[rel=next]")
    assert older is not None

    page = phone.page(str(older["href"]))

    assert len(page.select("main .changes li")) == 1
    assert page.select_one("a[rel=prev]")
