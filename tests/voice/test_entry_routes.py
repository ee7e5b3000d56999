from __future__ import annotations

import pytest

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.voice.models import Entry
from tests.client import HTMX
from tests.conftest import Asking, SignedInAs
from tests.voice.makers import WORDS, answered, said


def test_amina_edits_what_she_said_and_only_she_reads_how_it_was(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, phone = said(amina, "the first words"), signed_in(amina)

    phone.fill_in(f"/my-voice/{entry.id}/edit", words="the second words")

    assert "the first words" in phone.page(f"/my-voice/{entry.id}/").text
    hers = signed_in(jo).page(f"/people/{amina.id}/said/{entry.id}/")
    assert "the second words" in hers.text
    assert "changed" in hers.text
    assert "the first words" not in hers.text


@pytest.mark.parametrize(("headers", "status"), [({}, 409), (HTMX, 422)])
def test_what_was_changed_on_another_phone_is_not_overwritten(
    signed_in: SignedInAs, amina: CareLeaver, headers: dict[str, str], status: int
) -> None:
    entry, phone = said(amina), signed_in(amina)
    address = f"/my-voice/{entry.id}/edit"
    opened = phone.page(address).select_one("[name=made_from]")
    phone.fill_in(address, words="from her other phone")

    assert opened is not None
    typed = {"words": "from this phone", "made_from": opened["value"]}
    answer = phone.post(address, data=typed, headers=headers)

    assert answer.status_code == status
    assert "from her other phone" in answer.text
    assert "from this phone" in answer.text


def test_taking_back_tells_amina_who_had_read_it_and_staff_only_that_it_was(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, phone, laptop = said(amina), signed_in(amina), signed_in(jo)
    laptop.page(f"/people/{amina.id}/said/{entry.id}/")

    phone.fill_in(f"/my-voice/{entry.id}/", f"/my-voice/{entry.id}/withdraw")

    after = " ".join(phone.page(f"/my-voice/{entry.id}/").text.split())
    assert "Before you took it back, these had read it: Jo Marsh," in after
    assert laptop.get(f"/people/{amina.id}/said/{entry.id}/").status_code == 404


def test_taking_back_can_be_undone(
    signed_in: SignedInAs, asking: Asking, amina: CareLeaver, jo: Staff
) -> None:
    entry, phone = said(amina), signed_in(amina)
    address = f"/my-voice/{entry.id}"
    phone.fill_in(f"{address}/", f"{address}/withdraw")
    phone.fill_in(f"{address}/", f"{address}/show-again")

    with asking(jo) as session:
        assert session.get_one(Entry, entry.id).reach is Reach.MY_TEAM
    assert phone.post(f"{address}/show-again").status_code == 409


def test_narrowing_hides_what_was_answered_as_well(
    signed_in: SignedInAs, amina: CareLeaver, priya: Staff, jo: Staff
) -> None:
    entry = said(amina)
    answered(jo, entry)
    laptop = signed_in(priya)
    assert "I rang the landlord." in laptop.page(f"/people/{amina.id}/said/{entry.id}/").text

    signed_in(amina).fill_in(f"/my-voice/{entry.id}/reach", reach="my_adviser")

    assert laptop.get(f"/people/{amina.id}/said/{entry.id}/").status_code == 404


def test_only_me_is_pointed_out_for_what_asks_for_an_answer(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry = said(amina, wish="talk")
    answer = signed_in(amina).fill_in(f"/my-voice/{entry.id}/reach", reach="only_me")

    assert answer.status_code == 422


def test_a_diary_entry_cannot_ask_for_an_answer_that_nobody_would_give(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry = said(amina, reach=Reach.ONLY_ME)
    answer = signed_in(amina).fill_in(f"/my-voice/{entry.id}/edit", wish="talk")

    assert answer.status_code == 422
    assert "nobody can answer" in answer.text


def test_a_page_that_was_open_too_long_keeps_what_amina_typed(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry = said(amina)
    typed = {"words": "typed for long", "form_token": "stale"}
    for address in ("/my-voice/", f"/my-voice/{entry.id}/edit", f"/my-voice/{entry.id}/answer"):
        answer = signed_in(amina).post(address, data=typed, token=False)

        assert answer.status_code == 422
        assert "Your words are still here" in answer.text
        assert "typed for long" in answer.text


@pytest.mark.parametrize("nosy", ["tyler", "harriet", "jo"])
@pytest.mark.parametrize("verb", ["edit", "reach", "withdraw", "show-again", "answer", "confirm"])
def test_nobody_else_changes_what_amina_said(
    request: pytest.FixtureRequest, signed_in: SignedInAs, amina: CareLeaver, nosy: str, verb: str
) -> None:
    entry = said(amina)
    typed = {"words": WORDS, "reach": "chosen"}
    answer = signed_in(request.getfixturevalue(nosy)).post(
        f"/my-voice/{entry.id}/{verb}", data=typed
    )

    assert answer.status_code == 404
