from __future__ import annotations

import pytest

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.voice.models import Entry
from tests.accounts.giving import knows, told
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import said, yes_to


@pytest.fixture
def desk(ada: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(ada)


def note(desk: Client, whom: CareLeaver, email: str) -> tuple[int, str]:
    page = f"/admin/care-leavers/{whom.id}/also-staff"
    answer = desk.fill_in(page, page, email=email)
    return answer.status_code, answer.text


def test_at_work_amina_sees_nothing_of_herself(
    desk: Client, amina: CareLeaver, jo: Staff, asking: Asking
) -> None:
    """Jo stands for her account as a member of staff."""
    assert knows(asking, jo, amina)

    assert note(desk, amina, jo.email.upper())[0] == 303

    assert not knows(asking, jo, amina)
    assert told(asking, amina) == ["also_staff: Jo Marsh, Personal adviser"]


def test_a_member_of_staff_is_one_care_leaver_at_most(
    desk: Client, amina: CareLeaver, tyler: CareLeaver, jo: Staff, asking: Asking
) -> None:
    note(desk, amina, jo.email)

    status, text = note(desk, tyler, jo.email)

    assert (status, "noted as a care leaver already" in text) == (422, True)
    assert told(asking, tyler) == []


def test_it_is_said_when_nobody_has_this_email(desk: Client, amina: CareLeaver) -> None:
    status, text = note(desk, amina, "nobody@westmoor.example")

    assert (status, "Nobody who works here has this email." in text) == (422, True)


def test_nobody_notes_it_of_themselves(desk: Client, amina: CareLeaver, ada: Staff) -> None:
    assert note(desk, amina, ada.email)[0] == 403


def test_whoever_left_has_no_yes_and_what_is_theirs_alone_opens_to_nobody(
    desk: Client, town: Town, amina: CareLeaver, harriet: Staff, asking: Asking
) -> None:
    home = town.topics[3]
    with asking(amina, writes=True):
        yes_to(town.teams.housing, home, by=amina)
        shown = said(amina, "It is damp.", topic_id=home.id, reach=Reach.CHOSEN)
        own = said(amina, "For me.", reach=Reach.ONLY_ME)
    assert sees(asking, harriet, shown)
    page = f"/admin/care-leavers/{amina.id}/gone"

    assert desk.fill_in(page, page).status_code == 303

    assert not sees(asking, harriet, shown)
    assert not sees(asking, amina, own)
    assert "Left or died" in desk.get(f"/admin/care-leavers/{amina.id}").text
    assert desk.post(page).status_code == 409


def sees(asking: Asking, who: Staff | CareLeaver, entry: Entry) -> bool:
    with asking(who) as session:
        return session.get(Entry, entry.id) is not None


def test_only_an_administrator_notes_it(
    priya: Staff, amina: CareLeaver, signed_in: SignedInAs
) -> None:
    assert signed_in(priya).get(f"/admin/care-leavers/{amina.id}/gone").status_code == 404
