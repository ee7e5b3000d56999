from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from flask import Flask

from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from tests.client import Client
from tests.conftest import SignedInAs
from tests.voice.makers import said

BY_ITSELF = {"X-By-Itself": "1"}


def test_a_draft_says_when_it_was_saved_and_is_there_on_another_phone(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    typed = {"words": "half a sent", "kind": "worry", "reach": "my_adviser"}
    saved = signed_in(amina).post("/drafts/say", data=typed, headers=BY_ITSELF)
    page = signed_in(amina).page("/my-voice/")

    assert saved.json is not None
    assert saved.json["saved"].startswith("Saved ")
    assert page.select_one("textarea").get_text().strip() == "half a sent"  # type: ignore[union-attr]
    checked = {field["value"] for field in page.select("[type=radio][checked]")}
    assert checked == {"worry", "my_adviser"}


def test_a_draft_is_gone_once_it_is_sent(signed_in: SignedInAs, amina: CareLeaver) -> None:
    phone = signed_in(amina)
    phone.post("/drafts/say", data={"words": "half a sentence"}, headers=BY_ITSELF)
    phone.fill_in("/my-voice/", "/my-voice/")

    assert "You began this" not in phone.page("/my-voice/").text


def test_a_draft_that_comes_after_it_was_sent_is_no_draft(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone, key = signed_in(amina), "6c3b1a52-4a8e-4b33-9a58-0e3a8f3a6f01"
    phone.post("/my-voice/", data={"words": "all of it", "form_key": key})
    phone.post("/drafts/say", data={"words": "all of", "form_key": key}, headers=BY_ITSELF)

    assert "You began this" not in phone.page("/my-voice/").text


def test_without_script_a_button_saves_and_another_throws_away(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    typed = {"words": "half", "back": "/my-voice/"}
    assert phone.post("/drafts/say", data=typed).location == "/my-voice/"
    assert "half" in phone.page("/my-voice/").text

    phone.post("/drafts/say/discard", data=typed)

    assert phone.page("/my-voice/").select_one("textarea").get_text().strip() == ""  # type: ignore[union-attr]


@pytest.mark.parametrize("back", ["https://example.org/", "//example.org", "/\\example.org", ""])
def test_a_draft_leads_nowhere_else(signed_in: SignedInAs, amina: CareLeaver, back: str) -> None:
    answer = signed_in(amina).post("/drafts/say", data={"words": "a", "back": back})

    assert answer.location == "/"


def test_jos_half_written_answer_is_there_after_coming_back(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, tyler: CareLeaver
) -> None:
    entry = said(amina)
    typed = {"words": "I will ring", "about": str(amina.id)}
    signed_in(jo).post(f"/drafts/answer-{entry.id}", data=typed, headers=BY_ITSELF)

    page = signed_in(jo).page(f"/people/{amina.id}/said/{entry.id}/")
    assert "I will ring" in page.text
    assert "I will ring" not in signed_in(amina).page(f"/my-voice/{entry.id}/").text


def test_what_amina_began_to_change_and_to_answer_is_there_again(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry, phone = said(amina), signed_in(amina)
    for form, words in (
        (f"edit-{entry.id}", "half a change"),
        (f"answer-{entry.id}", "half a yes"),
    ):
        phone.post(f"/drafts/{form}", data={"words": words}, headers=BY_ITSELF)

    other = signed_in(amina)
    assert "half a change" in other.page(f"/my-voice/{entry.id}/edit").text
    assert "half a yes" in other.page(f"/my-voice/{entry.id}/").text


@pytest.mark.parametrize("nosy", ["sam", "tyler", "dev", "ada"])
def test_nobody_keeps_a_draft_about_whom_they_may_not_write(
    request: pytest.FixtureRequest, signed_in: SignedInAs, amina: CareLeaver, nosy: str
) -> None:
    browser = signed_in(request.getfixturevalue(nosy))
    about = {"words": "a", "about": str(amina.id)}
    answer = browser.post("/drafts/write-down", data=about, headers=BY_ITSELF)

    mine = nosy == "tyler"  # what a care leaver writes is about themselves, whatever is sent
    assert answer.status_code == (200 if mine else 403 if nosy == "ada" else 404)


def test_the_key_is_the_same_on_her_phones_and_another_for_others_and_other_days(
    signed_in: SignedInAs, amina: CareLeaver, tyler: CareLeaver
) -> None:
    hers = [signed_in(amina).get("/drafts/key").json for _ in range(2)]
    his = signed_in(tyler).get("/drafts/key").json
    assert hers[0] is not None
    with time_machine.travel(clock() + timedelta(days=1), tick=False):
        later = signed_in(amina).get("/drafts/key").json
        again = signed_in(amina).get(f"/drafts/key?day={hers[0]['day']}").json

    keys = [one["key"] for one in (*hers, his, later, again) if one]
    assert keys[0] == keys[1] == keys[4]
    assert len({keys[0], keys[2], keys[3]}) == 3


@pytest.mark.parametrize("day", ["never", "1999-01-01", "2999-01-01"])
def test_no_key_of_another_time_is_given(
    signed_in: SignedInAs, amina: CareLeaver, day: str
) -> None:
    assert signed_in(amina).get(f"/drafts/key?day={day}").status_code == 404


def test_nobody_signed_in_gets_no_key(client: Client, app: Flask) -> None:
    assert client.get("/drafts/key").status_code == 303


def test_a_draft_that_is_far_too_long_is_refused_and_a_stale_token_too(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phone = signed_in(amina)
    too_long = phone.post("/drafts/say", data={"words": "a" * 100_001}, headers=BY_ITSELF)
    stale = phone.post("/drafts/say", data={"words": "a"}, token=False, headers=BY_ITSELF)

    assert (too_long.status_code, stale.status_code) == (413, 422)
