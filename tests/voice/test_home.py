from __future__ import annotations

import time_machine

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import Away, CareLeaver, Staff
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from tests.conftest import SignedInAs
from tests.voice.makers import answered, said


def test_amina_is_greeted_and_an_empty_home_says_what_will_be_here(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    page = signed_in(amina).page("/")

    assert "Hi Amina" in page.text
    assert "Nothing new" in page.text


def test_staff_are_sent_on_to_their_people(signed_in: SignedInAs, jo: Staff) -> None:
    assert signed_in(jo).get("/").location == "/people/"


def test_what_amina_was_told_is_there_until_she_has_read_it(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        tell(amina.id, What.INVOLVED, "Harriet Lane")
    phone = signed_in(amina)
    assert "Harriet Lane works with you now." in phone.page("/").text

    phone.fill_in("/", "/seen")

    assert "Harriet Lane" not in phone.page("/").text


def test_what_happened_is_counted_until_it_is_read(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry, phone = said(amina), signed_in(amina)
    answered(jo, entry)
    assert phone.page("/what-happened/").select_one("nav .count")

    phone.page(f"/my-voice/{entry.id}/")

    assert not phone.page("/what-happened/").select_one("nav .count")


def test_it_never_claims_that_somebody_reads_at_night(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    with time_machine.travel("2026-03-07T23:30:00+00:00", tick=False):
        phone = signed_in(amina)
        sent = phone.fill_in("/my-voice/", "/my-voice/", words="damp", wish="talk")
        page = phone.page(sent.location).text

    assert "Nobody is reading right now." in page
    assert "Monday at 9am" in page


def test_amina_is_told_who_reads_it_when_jo_is_away(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        asking.add(Away(staff_id=jo.id, start_at=clock()))
    phone = signed_in(amina)
    sent = phone.fill_in("/my-voice/", "/my-voice/", words="damp", wish="talk")

    assert "Priya, who manages the team, answers by" in phone.page(sent.location).text


def test_for_jo_alone_says_that_priya_sees_only_that_it_waits(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        asking.add(Away(staff_id=jo.id, start_at=clock()))
    phone = signed_in(amina)
    sent = phone.fill_in("/my-voice/", "/my-voice/", words="damp", wish="talk", reach="my_adviser")

    assert "Priya sees that something waits, not what it says" in phone.page(sent.location).text
