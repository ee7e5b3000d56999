from __future__ import annotations

from datetime import timedelta

import pytest

from portal import hours
from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from tests.client import HTMX
from tests.conftest import SignedInAs
from tests.voice.makers import WORDS, answered, said


def tomorrow() -> str:
    return (hours.local(clock()).date() + timedelta(days=1)).isoformat()


def test_jo_answers_and_amina_sees_it_at_home_once(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, phone = said(amina), signed_in(amina)
    laptop, address = signed_in(jo), f"/people/{amina.id}/said/{entry.id}/"

    assert laptop.fill_in(address, f"{address}answer", words="I rang them.").status_code == 303

    assert "Jo answered you" in phone.page("/").text
    assert "I rang them." in phone.page(f"/my-voice/{entry.id}/").text
    assert "Jo answered you" not in phone.page("/").text
    assert "I rang them." in phone.page("/what-happened/").text


def test_jo_promises_keeps_and_amina_sees_that_it_was_kept_early(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, laptop = said(amina), signed_in(jo)
    address = f"/people/{amina.id}/said/{entry.id}/"

    laptop.fill_in(
        address, f"{address}promise", by=str(jo.id), what="ring the landlord", due_on=tomorrow()
    )
    form = laptop.page(address).select_one("form[action$='/keep']")
    assert form is not None
    assert "Still open" in signed_in(amina).page("/").text
    laptop.post(str(form["action"]))

    phone = signed_in(amina)
    assert "Kept, one day early" in phone.page("/").text
    assert "ring the landlord" in phone.page("/what-happened/").text


def test_a_changed_promise_says_what_it_was_and_why(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, laptop = said(amina), signed_in(jo)
    address = f"/people/{amina.id}/said/{entry.id}/"
    laptop.fill_in(
        address, f"{address}promise", by=str(jo.id), what="ring the landlord", due_on=tomorrow()
    )
    link = laptop.page(address).select_one("a[href$='/change']")
    assert link is not None

    laptop.fill_in(str(link["href"]), what="visit the landlord", reason="the line is dead")

    page = signed_in(amina).page(f"/my-voice/{entry.id}/").text
    assert "Changed" in page
    assert "ring the landlord" in page
    assert "the line is dead" in page


@pytest.mark.parametrize("headers", [{}, HTMX])
@pytest.mark.parametrize("due_on", ["", "2020-01-01", "1900-01-01", "soon"])
def test_a_promise_needs_a_day_that_is_still_to_come(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, headers: dict[str, str], due_on: str
) -> None:
    entry = said(amina)
    typed = {"by": str(jo.id), "what": "ring the landlord", "due_on": due_on}
    address = f"/people/{amina.id}/said/{entry.id}/promise"
    answer = signed_in(jo).post(address, data=typed, headers=headers)

    assert answer.status_code == 422
    assert "ring the landlord" in answer.text


def test_sending_an_answer_twice_sends_one(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, laptop = said(amina), signed_in(jo)
    address = f"/people/{amina.id}/said/{entry.id}/answer"
    typed = {"words": "only once", "form_key": "6c3b1a52-4a8e-4b33-9a58-0e3a8f3a6f01"}
    for _ in range(2):
        laptop.post(address, data=typed)

    page = signed_in(amina).page(f"/my-voice/{entry.id}/")
    assert page.text.count("only once") == 1


def test_amina_answers_back_and_jo_reads_it(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry = said(amina, kind="worry")
    answered(jo, entry)
    address = f"/my-voice/{entry.id}"

    signed_in(amina).fill_in(f"{address}/", f"{address}/answer", words="Thank you, it is dry.")

    laptop = signed_in(jo)
    page = laptop.page(f"/people/{amina.id}/said/{entry.id}/")
    assert "Thank you, it is dry." in page.text
    assert page.select_one("form[action$='/nothing-to-answer']")


@pytest.mark.parametrize("nosy", ["sam", "harriet", "tyler", "dev", "ada"])
def test_who_may_not_read_it_cannot_answer_it(
    request: pytest.FixtureRequest, signed_in: SignedInAs, amina: CareLeaver, nosy: str
) -> None:
    entry, browser = said(amina), signed_in(request.getfixturevalue(nosy))
    address = f"/people/{amina.id}/said/{entry.id}"

    assert browser.get(f"{address}/").status_code == 404
    for verb in ("answer", "promise", "nothing-to-answer"):
        assert browser.post(f"{address}/{verb}", data={"words": WORDS}).status_code == 404


def test_what_is_not_for_jo_is_not_there_for_jo_and_is_for_priya(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    entry = said(amina, reach=Reach.MY_TEAM, not_for_id=jo.id)
    address = f"/people/{amina.id}/said/{entry.id}/"

    assert signed_in(jo).get(address).status_code == 404
    assert WORDS in signed_in(priya).page(address).text
