from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from portal.voice import retention
from portal.voice.models import Entry
from tests.conftest import Asking, SignedInAs
from tests.makers import PIN
from tests.voice.makers import WORDS, written_down


def how_many(asking: Asking, who: CareLeaver | Staff) -> int:
    with asking(who) as session:
        return session.scalar(select(func.count()).select_from(Entry)) or 0


def test_jo_writes_down_what_amina_says_and_amina_confirms_with_her_pin(
    signed_in: SignedInAs, asking: Asking, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    laptop = signed_in(jo)
    handed = laptop.fill_in(f"/people/{amina.id}/write-down", words=WORDS, kind="worry")
    assert how_many(asking, priya) == 0

    laptop.fill_in(handed.location, handed.location, pin=PIN)

    assert how_many(asking, priya) == 1
    page = signed_in(amina).page("/my-voice/")
    link = page.select_one("#entries a")
    assert link is not None
    assert "on their device" in signed_in(amina).page(str(link["href"])).text


def test_amina_confirms_on_her_own_phone(
    signed_in: SignedInAs, asking: Asking, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    entry, phone = written_down(jo, amina), signed_in(amina)
    assert "Is this what you said?" in phone.page("/").text

    phone.fill_in(f"/my-voice/{entry.id}/", f"/my-voice/{entry.id}/confirm")

    assert "your own phone" in phone.page(f"/my-voice/{entry.id}/").text
    assert how_many(asking, priya) == 1


def test_three_wrong_pins_leave_only_the_own_phone(
    signed_in: SignedInAs, asking: Asking, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    entry, laptop = written_down(jo, amina), signed_in(jo)
    address = f"/people/{amina.id}/written-down/{entry.id}"
    left = [laptop.post(address, data={"pin": "000000"}) for _ in range(3)]
    right = laptop.post(address, data={"pin": PIN})

    assert [answer.status_code for answer in left] == [422, 422, 422]
    assert "Tries left on this device: 2." in left[0].text
    assert right.status_code == 422
    assert "only say so on your own phone" in right.text
    assert how_many(asking, priya) == 0


def test_the_pin_opens_nothing_else_on_jos_laptop(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, laptop = written_down(jo, amina), signed_in(jo)
    laptop.post(f"/people/{amina.id}/written-down/{entry.id}", data={"pin": PIN})

    assert laptop.get("/my-voice/").status_code == 404
    assert laptop.get("/").location == "/people/"


@pytest.mark.parametrize(("days", "status"), [(29, 303), (31, 409)])
def test_a_yes_can_be_taken_back_for_30_days(
    signed_in: SignedInAs,
    asking: Asking,
    amina: CareLeaver,
    jo: Staff,
    priya: Staff,
    days: int,
    status: int,
) -> None:
    entry = written_down(jo, amina)
    signed_in(amina).post(f"/my-voice/{entry.id}/confirm")

    with time_machine.travel(clock() + timedelta(days=days), tick=False):
        answer = signed_in(amina).post(f"/my-voice/{entry.id}/take-back-yes")

        assert answer.status_code == status
        assert how_many(asking, priya) == (0 if status == 303 else 1)


def test_what_was_never_confirmed_is_gone_after_28_days(
    asking: Asking, amina: CareLeaver, jo: Staff
) -> None:
    written_down(jo, amina)
    with time_machine.travel(clock() + timedelta(days=27), tick=False):
        retention.let_unconfirmed_go.send()
        assert how_many(asking, amina) == 1
    with time_machine.travel(clock() + timedelta(days=29), tick=False):
        retention.let_unconfirmed_go.send()

    assert how_many(asking, amina) == 0


def test_what_is_not_right_is_thrown_away_at_once(
    signed_in: SignedInAs, asking: Asking, amina: CareLeaver, jo: Staff
) -> None:
    entry = written_down(jo, amina)
    signed_in(amina).post(f"/my-voice/{entry.id}/throw-away")

    assert how_many(asking, jo) == 0


@pytest.mark.parametrize("nosy", ["sam", "priya", "harriet", "tyler"])
def test_nobody_else_writes_down_or_confirms_for_amina(
    request: pytest.FixtureRequest, signed_in: SignedInAs, amina: CareLeaver, jo: Staff, nosy: str
) -> None:
    entry = written_down(jo, amina)
    browser = signed_in(request.getfixturevalue(nosy))

    assert browser.get(f"/people/{amina.id}/write-down").status_code == 404
    address = f"/people/{amina.id}/written-down/{entry.id}"
    assert browser.post(address, data={"pin": PIN}).status_code == 404


def test_a_late_yes_taken_back_says_that_it_is_gone_at_once(
    signed_in: SignedInAs, asking: Asking, amina: CareLeaver, jo: Staff
) -> None:
    entry = written_down(jo, amina)
    with time_machine.travel(clock() + timedelta(days=27), tick=False):
        signed_in(amina).post(f"/my-voice/{entry.id}/confirm")
    with time_machine.travel(clock() + timedelta(days=29), tick=False):
        phone = signed_in(amina)
        before = phone.page(f"/my-voice/{entry.id}/").text
        phone.fill_in(f"/my-voice/{entry.id}/", f"/my-voice/{entry.id}/take-back-yes")

        assert "gone at once and for good" in before
        assert "gone for good" in phone.page("/my-voice/").text
        assert how_many(asking, amina) == 0
