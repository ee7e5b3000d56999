from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup

from portal.accounts.models import CareLeaver
from portal.voice.models import LONGEST
from tests.client import HTMX
from tests.conftest import SignedInAs

EMPTY = "Write something first."
TOO_LONG = "This has 20,001 characters. The most is 20,000."


def box(html: str) -> str:
    area = BeautifulSoup(html, "html.parser").select_one("textarea[name=words]")
    assert area is not None
    return area.get_text().removeprefix("\n")


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param("", EMPTY, id="nothing"),
        pytest.param("   \n ", EMPTY, id="only space"),
        pytest.param("a" * (LONGEST + 1), TOO_LONG, id="one character too many"),
    ],
)
def test_too_little_and_too_much_are_said_and_kept(
    signed_in: SignedInAs, amina: CareLeaver, headers: dict[str, str], words: str, said: str
) -> None:
    answer = signed_in(amina).post("/my-voice/", data={"words": words}, headers=headers)

    assert answer.status_code == 422
    assert said in answer.text
    assert box(answer.text) == words


def test_the_longest_words_are_kept(signed_in: SignedInAs, amina: CareLeaver) -> None:
    answer = signed_in(amina).post("/my-voice/", data={"words": "ት" * LONGEST})

    assert answer.status_code == 303


@pytest.mark.parametrize("broken", ["damp\x00 wall", "damp\ufffd wall"])
def test_half_a_character_is_said_and_the_rest_stays_in_the_box(
    signed_in: SignedInAs, amina: CareLeaver, broken: str
) -> None:
    answer = signed_in(amina).post("/my-voice/", data={"words": broken})

    assert answer.status_code == 422
    assert "did not arrive whole" in answer.text
    assert box(answer.text) == "damp wall"


def test_a_lone_surrogate_as_bytes_is_said_and_the_rest_stays(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    body = f"form_token={phone.form_token()}&words=damp%ED%A0%80+wall"
    answer = phone.post(
        "/my-voice/",
        data=body,
        token=False,
        content_type="application/x-www-form-urlencoded",
    )

    assert answer.status_code == 422
    assert box(answer.text) == "damp wall"


def test_what_turns_words_around_is_taken_out_and_said(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    sent = phone.post("/my-voice/", data={"words": "pay \u202e100\u202c\x07 now"})
    page = phone.get(sent.location).text

    assert "We took out hidden characters." in page
    assert "pay 100 now" in page


@pytest.mark.parametrize("words", ["می\u200cخواهم", "👩\u200d🎓", "\u2067שלום\u2069 hello"])
def test_joiners_and_isolates_are_kept(
    signed_in: SignedInAs, amina: CareLeaver, words: str
) -> None:
    phone = signed_in(amina)
    sent = phone.post("/my-voice/", data={"words": words})

    assert words in phone.get(sent.location).text


def test_an_isolate_that_was_never_closed_ends_with_the_words(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    sent = phone.post("/my-voice/", data={"words": "\u2067damp"})

    assert "\u2067damp\u2069" in phone.get(sent.location).text


@pytest.mark.parametrize(
    "wrong",
    [
        {"topic": "nothing"},
        {"topic": str(uuid4())},
        {"kind": "rant"},
        {"feeling": "5"},
        {"wish": "sue"},
        {"reach": "everybody"},
    ],
)
def test_what_cannot_be_chosen_is_pointed_out_and_the_words_stay(
    signed_in: SignedInAs, amina: CareLeaver, wrong: dict[str, str]
) -> None:
    answer = signed_in(amina).post("/my-voice/", data={"words": "damp"} | wrong)

    assert answer.status_code == 422
    assert "Choose one of these." in answer.text
    assert box(answer.text) == "damp"


@pytest.mark.parametrize("token", [None, "", "old", "WyJ4Il0.aaaa.bbbb"])
def test_a_missing_or_stale_token_costs_no_words(
    signed_in: SignedInAs, amina: CareLeaver, token: str | None
) -> None:
    typed = {"words": "damp"} | ({} if token is None else {"form_token": token})
    answer = signed_in(amina).post("/my-voice/", data=typed, token=False)

    assert answer.status_code == 422
    assert "Your words are still here." in answer.text
    assert box(answer.text) == "damp"


def test_a_broken_page_number_shows_the_first_page(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    for skip in ("-5", "abc", "999999"):
        assert signed_in(amina).get(f"/my-voice/?skip={skip}").status_code == 200
