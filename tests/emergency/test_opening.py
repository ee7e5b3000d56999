from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from tests.cast import Town
from tests.client import HTMX
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import said
from tests.emergency.makers import FORM, LOOKED, every_try, known_by, try_it, words_of


@pytest.mark.parametrize(
    "typed",
    [
        {"reference": "LCS-20417"},
        {"full_name": "amina  yusuf", "born_on": "2007-05-14"},
    ],
    ids=["by the reference", "by name and birth date"],
)
def test_nadia_opens_amina_reads_for_24_hours_and_writes_nothing(
    signed_in: SignedInAs,
    asking: Asking,
    known: CareLeaver,
    nadia: Staff,
    typed: dict[str, str],
) -> None:
    with asking(known, writes=True):
        said(known, "I am at my cousin's.")
    desk, page = signed_in(nadia), f"/people/{known.id}/"
    assert desk.get(page).status_code == 404

    assert try_it(desk, **typed).headers["Location"] == page

    read = words_of(desk, page)
    assert "I am at my cousin's." in read
    assert "Open to you in an emergency until" in read
    with time_machine.travel(clock() + timedelta(hours=24, seconds=5)):
        assert signed_in(nadia).get(page).status_code == 404


@pytest.mark.parametrize(
    "typed",
    [
        {"reference": "LCS-2041"},
        {"reference": "lcs-20417"},
        {"full_name": "Amina Yusuf", "born_on": "2007-05-15"},
        {"full_name": "Amina", "born_on": "2007-05-14"},
    ],
)
def test_what_is_not_exact_finds_nobody(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff, typed: dict[str, str]
) -> None:
    assert try_it(signed_in(nadia), **typed).headers["Location"] == FORM

    assert [each.care_leaver_id for each in every_try()] == [None]


def test_two_people_who_share_what_was_typed_are_not_told_apart_by_it(
    signed_in: SignedInAs, known: CareLeaver, town: Town
) -> None:
    with_the_same = town.tyler
    known_by(with_the_same, "LCS-20418")
    desk = signed_in(town.nadia)
    try_it(desk, full_name="Tyler Brook", born_on="2007-05-14")
    try_it(desk, full_name="Amina Brook", born_on="2007-05-14")

    assert [each.care_leaver_id for each in every_try()] == [with_the_same.id, None]


def test_amina_is_told_at_once_who_it_was_and_why(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    phone = signed_in(known)
    try_it(signed_in(nadia))

    told = "Nadia Khan, Support practitioner opened your record in an emergency, for 24 hours."
    assert told in words_of(phone, "/")
    looked = words_of(phone, LOOKED)
    assert "They said that you were missing." in looked
    assert "does not answer" not in looked


def test_what_is_missing_on_the_form_is_pointed_out_and_is_no_try(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    desk = signed_in(nadia)
    answer = try_it(desk, category="missing", reason="", reference="")

    assert answer.status_code == 422
    assert "Say why you need to see it now." in answer.text
    assert "Give the reference, or the full name and the birth date." in answer.text
    assert every_try() == []


def test_sending_the_form_twice_is_one_try(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    desk, key = signed_in(nadia), str(uuid4())
    answers = [try_it(desk, form_key=key).headers["Location"] for _ in range(2)]

    assert answers == [f"/people/{known.id}/"] * 2
    assert len(every_try()) == 1


def test_the_fourth_try_of_a_day_asks_nothing_and_the_next_day_begins_again(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    desk = signed_in(nadia)
    for _ in range(3):
        try_it(desk, reference="nobody")
    assert "You have tried three times within a day." in words_of(desk, FORM)
    sent = {"category": "missing", "reason": "She is gone.", "reference": "LCS-20417"}
    assert desk.post(FORM, data=sent).status_code == 429
    assert desk.get(f"/people/{known.id}/").status_code == 404

    with time_machine.travel(clock() + timedelta(hours=24, seconds=5)):
        assert try_it(signed_in(nadia)).headers["Location"] == f"/people/{known.id}/"


def test_others_tries_count_for_them_alone(
    signed_in: SignedInAs, known: CareLeaver, town: Town
) -> None:
    for _ in range(3):
        try_it(signed_in(town.vera), reference="nobody")

    assert try_it(signed_in(town.nadia)).headers["Location"] == f"/people/{known.id}/"


@pytest.mark.parametrize("who", ["dev", "rae", "fay", "ada", "amina"])
def test_the_form_is_for_advisers_managers_and_practitioners_alone(
    signed_in: SignedInAs, town: Town, who: str
) -> None:
    browser = signed_in(getattr(town, who))

    assert browser.get(FORM).status_code == 404
    assert browser.post(FORM, data={"reference": "LCS-20417"}).status_code == 404
    assert browser.get(FORM, headers=HTMX).status_code == 404
