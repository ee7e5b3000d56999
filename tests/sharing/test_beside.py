from __future__ import annotations

from typing import Any

from sqlalchemy import select

from portal.consent.models import WaitingChoice
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.makers import PIN
from tests.sharing.boards import cell, chose, chosen, page_of, value, words_of, yes


def beside(town: Town) -> str:
    return f"/people/{town.amina.id}/choices/"


def written_down(desk: Client, town: Town, answer: str) -> str:
    """What Jo writes down about housing and home. Where it leads."""
    housing, home = town.teams.housing, town.topics[3]
    mine = value(desk.page(beside(town)), housing, home, answer)
    typed: dict[str, Any] = {cell(housing, home): mine}
    return str(desk.fill_in(beside(town), beside(town), **typed).location)


def stands(phone: Client, town: Town) -> str:
    return chosen(phone.page(page_of(town.teams.housing)), town.teams.housing, town.topics[3])


def test_a_yes_that_jo_wrote_down_counts_only_when_amina_says_it_is_right(
    signed_in: SignedInAs, town: Town
) -> None:
    desk, phone = signed_in(town.jo), signed_in(town.amina)
    written_down(desk, town, "yes")
    assert stands(phone, town) == ""
    link = next(a for a in phone.page("/").select("main a") if "Read it and decide" in a.get_text())
    assert "Jo Marsh wrote this down beside you" in words_of(phone.page(str(link["href"])))

    saved = phone.fill_in(str(link["href"]), str(link["href"]))

    assert "Yes, until" in words_of(phone.page(saved.location))
    assert stands(phone, town) == "yes"
    assert "Read it and decide" not in words_of(phone.page("/"))


def test_amina_says_on_jos_laptop_with_her_pin_that_it_is_right(
    signed_in: SignedInAs, town: Town
) -> None:
    desk = signed_in(town.jo)
    here = written_down(desk, town, "yes")
    wrong = desk.fill_in(here, here, pin="000000")
    assert wrong.status_code == 422
    assert "Tries left on this device: 2." in wrong.text

    desk.fill_in(here, here, pin=PIN)

    assert "You said that it is right." in words_of(desk.page(here))
    assert stands(signed_in(town.amina), town) == "yes"


def test_after_three_wrong_pins_only_her_own_phone_is_left(
    signed_in: SignedInAs, town: Town
) -> None:
    desk = signed_in(town.jo)
    here = written_down(desk, town, "yes")
    for _ in range(3):
        desk.post(here, data={"pin": "000000"})
    desk.post(here, data={"pin": PIN})

    assert "That was three times." in words_of(desk.page(here))
    assert stands(signed_in(town.amina), town) == ""


def test_what_amina_did_not_choose_is_thrown_away(signed_in: SignedInAs, town: Town) -> None:
    desk, phone = signed_in(town.jo), signed_in(town.amina)
    here = written_down(desk, town, "yes")
    waiting = here.rstrip("/").rsplit("/", 1)[-1]
    phone.fill_in(f"/sharing/waiting/{waiting}/", f"/sharing/waiting/{waiting}/not-mine")

    assert "It never counted." in words_of(phone.page(f"/sharing/waiting/{waiting}/"))
    assert phone.post(f"/sharing/waiting/{waiting}/").status_code == 409
    assert stands(phone, town) == ""


def test_a_not_now_that_jo_wrote_down_counts_at_once_is_told_and_is_undone(
    signed_in: SignedInAs, town: Town
) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3]))
    desk, phone = signed_in(town.jo), signed_in(town.amina)
    written_down(desk, town, "not_now")
    assert stands(phone, town) == "not_now"
    home = phone.page("/")
    assert "Jo wrote down your not now" in words_of(home)
    link = next(a for a in home.select("main a") if a.get_text() == "Look at it")

    saved = str(link["href"])
    phone.fill_in(saved, f"{saved}undo", undo=cell(town.teams.housing, town.topics[3]))

    assert stands(phone, town) == "yes"
    assert "wrote down your not now" not in words_of(phone.page("/"))


def test_only_leaving_care_writes_a_choice_down(signed_in: SignedInAs, town: Town) -> None:
    assert signed_in(town.priya).get(beside(town)).status_code == 200
    for person in (town.harriet, town.sam, town.nadia, town.ada):
        assert signed_in(person).get(beside(town)).status_code == 404
        assert signed_in(person).post(beside(town)).status_code == 404


def test_what_waits_for_amina_is_tylers_and_sams_to_see_in_no_way(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    here = written_down(signed_in(town.jo), town, "yes")
    with asking(town.amina) as asked:
        waiting = asked.scalars(select(WaitingChoice)).one()
    theirs = f"/sharing/waiting/{waiting.id}/"

    assert signed_in(town.tyler).get(theirs).status_code == 404
    assert signed_in(town.tyler).post(theirs).status_code == 404
    assert signed_in(town.sam).get(here).status_code == 404
    of_tyler = here.replace(str(town.amina.id), str(town.tyler.id))
    assert signed_in(town.jo).get(of_tyler).status_code == 404


def test_a_page_that_was_left_open_beside_her_asks_again(signed_in: SignedInAs, town: Town) -> None:
    housing, home, desk = town.teams.housing, town.topics[3], signed_in(town.jo)
    old = value(desk.page(beside(town)), housing, home, "yes")
    chose(town.amina, yes(housing, home))
    answer = desk.post(beside(town), data={cell(housing, home): old})

    assert answer.status_code == 409
    assert "was changed since you opened this page" in answer.text
