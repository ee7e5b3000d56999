from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from sqlalchemy import select

from portal.accounts.doors import Invitation, Phone, RecoveryWords
from portal.accounts.models import CareLeaver, Staff, Telling
from portal.db import clock
from tests.accounts.makers import browser, invite, somebody_new
from tests.client import Client
from tests.conftest import Asking, SignedInAs

FIRST: dict[str, Any] = {"called": "Mo", "new_pin": "blue tram home", "same_pin": "blue tram home"}


@pytest.fixture
def mo(amina: CareLeaver, jo: Staff, priya: Staff) -> CareLeaver:
    return somebody_new(amina.team_id, jo, priya)


@pytest.fixture
def link(mo: CareLeaver, jo: Staff, signed_in: SignedInAs) -> str:
    return invite(signed_in(jo), mo)


def test_mo_comes_in_with_a_name_and_a_pin_and_keeps_the_words_shown_once(
    link: str, client: Client, mo: CareLeaver, asking: Asking
) -> None:
    answer = client.fill_in(link, link, **FIRST)
    lines = [li.get_text() for li in BeautifulSoup(answer.text, "html.parser").select("ol li")]
    assert [len(line.split()) for line in lines] == [4, 4, 4, 4]
    assert client.get("/stay").status_code == 204

    with asking(mo) as session:
        person = session.get_one(CareLeaver, mo.id)
        assert (person.called, person.came_in_at is not None) == ("Mo", True)
        assert session.scalars(select(Phone)).one()
        kept = session.scalars(select(RecoveryWords.words_hash)).all()
        assert [each.startswith("$argon2id$v=19$m=19456,t=2,p=1$") for each in kept] == [True] * 4


def test_a_link_works_once_and_wrong_used_old_and_ended_ones_look_the_same(
    link: str, client: Client, mo: CareLeaver, jo: Staff, signed_in: SignedInAs
) -> None:
    assert client.get(link).status_code == client.get(link).status_code == 200
    with time_machine.travel(clock() + timedelta(hours=73)):
        old = client.get(link)
    newer = invite(signed_in(jo), mo)
    ended = client.get(link)
    client.fill_in(newer, newer, **FIRST)
    used = browser(client).get(newer)
    wrong = browser(client).get("/invited/nothing-like-it")

    assert {a.status_code for a in (old, ended, used, wrong)} == {404}
    assert len({a.text for a in (old, ended, used, wrong)}) == 1


def test_a_used_link_takes_no_second_form(link: str, client: Client) -> None:
    other = browser(client)
    page = client.get(link)
    assert page.status_code == 200
    other.fill_in(link, link, **FIRST)

    assert client.post(link, data=FIRST).status_code == 404


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"called": ""}, "Type a name."),
        ({"new_pin": "1234", "same_pin": "1234"}, "Use six digits or more"),
        ({"same_pin": "blue tram away"}, "This is not the same PIN."),
    ],
)
def test_what_is_missing_is_said_and_the_link_still_works(
    link: str, client: Client, typed: dict[str, Any], words: str
) -> None:
    answer = client.fill_in(link, link, **(FIRST | typed))

    assert (answer.status_code, words in answer.text) == (422, True)
    assert client.get(link).status_code == 200


def test_no_page_shows_the_link_again(
    link: str, mo: CareLeaver, jo: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    token = link.rpartition("/")[2]

    assert token not in signed_in(jo).get(f"/people/{mo.id}/invite").text
    with asking(jo) as session:
        assert token not in session.scalars(select(Invitation.token_hash)).all()


def test_only_the_adviser_and_the_managers_invite(
    amina: CareLeaver, harriet: Staff, sam: Staff, ada: Staff, signed_in: SignedInAs
) -> None:
    asked = f"/people/{amina.id}/invite"

    assert [signed_in(who).get(asked).status_code for who in (harriet, sam, ada)] == [404] * 3


def test_jo_sees_that_phones_are_there_and_ends_one_but_not_what_they_are(
    amina: CareLeaver, jo: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    phone, laptop = signed_in(amina), signed_in(jo)
    page = laptop.page(f"/people/{amina.id}/invite")
    end = page.select_one("form[action$='/end']")
    assert end is not None
    assert "A phone" not in page.get_text()

    laptop.post(str(end["action"]))

    assert phone.get("/stay").location.startswith("/sign-in")
    with asking(amina) as session:
        assert session.scalars(select(Telling.what)).all() == ["phone_ended"]


def test_nobody_ends_the_phone_of_somebody_who_is_not_theirs(
    amina: CareLeaver, sam: Staff, tyler: CareLeaver, signed_in: SignedInAs, asking: Asking
) -> None:
    signed_in(amina)
    with asking(amina) as session:
        phone_id = session.scalars(select(Phone.id)).one()

    answer = signed_in(sam).post(f"/people/{tyler.id}/phones/{phone_id}/end")

    assert answer.status_code == 404
