from __future__ import annotations

import pytest

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.voice.forms import NOBODY_LEFT, NOBODY_READS
from tests.client import HTMX, Client
from tests.conftest import SignedInAs
from tests.voice.makers import WORDS, said


def test_amina_says_something_with_nothing_but_words(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    phone = signed_in(amina)

    answer = phone.fill_in("/my-voice/", "/my-voice/", words=WORDS)

    assert answer.status_code == 303
    page = phone.page(answer.location)
    assert WORDS in page.text
    assert "Jo, your PA, and Priya who manages the team can see this." in page.text
    assert "You can change your words" in " ".join(page.text.split())


def test_a_worry_asks_whether_amina_is_safe_and_says_who_reads_it_by_when(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    phone = signed_in(amina)

    sent = phone.fill_in("/my-voice/", "/my-voice/", words=WORDS, kind="worry", wish="talk")
    page = phone.page(sent.location)

    assert page.select_one(".card.worry .numbers a[href='tel:999']")
    assert "Jo, your PA, answers by" in page.text
    assert "Somebody reads this" in page.text


def test_what_amina_said_is_listed_newest_first_in_pages(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    for number in range(22):
        said(amina, f"number {number}")

    phone = signed_in(amina)
    first, second = phone.page("/my-voice/"), phone.page("/my-voice/?skip=20")

    assert "number 21" in first.select("#entries li")[0].text
    assert "20 of 22" in first.select_one(".pager").text  # type: ignore[union-attr]
    assert [item.select_one(".words").text for item in second.select("#entries li")] == [  # type: ignore[union-attr]
        "number 1",
        "number 0",
    ]


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_saying_nothing_is_pointed_out_beside_the_box(
    signed_in: SignedInAs, amina: CareLeaver, headers: dict[str, str]
) -> None:
    answer = signed_in(amina).post("/my-voice/", data={"words": "  "}, headers=headers)

    assert answer.status_code == 422
    assert "Write something first." in answer.text


def test_talk_to_me_with_only_me_is_pointed_out_and_the_words_stay(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    asked = {"words": WORDS, "wish": "talk", "reach": "only_me"}
    answer = signed_in(amina).post("/my-voice/", data=asked)

    assert answer.status_code == 422
    assert NOBODY_READS in answer.text
    assert WORDS in answer.text


def test_not_for_my_pa_with_my_pa_alone_is_pointed_out(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    asked = {"words": WORDS, "reach": "my_adviser", "not_for_pa": "y"}
    answer = signed_in(amina).post("/my-voice/", data=asked)

    assert answer.status_code == 422
    assert NOBODY_LEFT in answer.text


def test_the_reach_chosen_last_is_offered_the_next_time(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    first = phone.page("/my-voice/").select_one("[name=reach][checked]")
    said(amina, reach=Reach.MY_ADVISER)
    second = phone.page("/my-voice/").select_one("[name=reach][checked]")

    assert first is not None
    assert second is not None
    assert (first["value"], second["value"]) == ("my_team", "my_adviser")


def test_sending_twice_keeps_one_entry_with_the_words_sent_last(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    key = "6c3b1a52-4a8e-4b33-9a58-0e3a8f3a6f01"
    sent = [phone.post("/my-voice/", data={"words": w, "form_key": key}) for w in ("a", "a", "b")]

    assert len({each.location for each in sent}) == 1
    listed = phone.page("/my-voice/").select("#entries .words")
    assert [words.text for words in listed] == ["b"]


@pytest.mark.parametrize("nosy", ["tyler", "jo", "harriet"])
def test_nobody_else_opens_what_amina_said(
    nosy: str, request: pytest.FixtureRequest, signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry = said(amina)

    assert signed_in(request.getfixturevalue(nosy)).get(f"/my-voice/{entry.id}/").status_code == 404


def test_who_is_not_signed_in_is_sent_to_the_sign_in(client: Client, amina: CareLeaver) -> None:
    entry = said(amina)

    assert client.get(f"/my-voice/{entry.id}/").location.startswith("/sign-in")
    assert client.get("/").location == "/sign-in"
