from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
import time_machine

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import CareLeaverViewer, Nobody
from portal.consent.actions.choosing import Wish, choose
from portal.consent.models import SharingTerms
from portal.consent.queries.choices import Kind, states
from portal.consent.receipts import TextShown
from portal.db import acting_as, clock, session
from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs

SHOWN = TextShown("en", "1", "A yes ends by itself, on the day that you see.")
HERS = "/asked-too/"


@pytest.fixture
def tyler_of_17(tyler: CareLeaver, ada: Staff) -> CareLeaver:
    """The council asks an adult too."""
    today = clock().date()
    with acting_as(Nobody(now=clock()), writes=True):
        session.add(SharingTerms(asks_adult=True, text_version="1", set_by_id=ada.id))
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=tyler.id), writes=True):
        session.get_one(CareLeaver, tyler.id).born_on = date(today.year - 17, today.month, 1)
    return tyler


def name(desk: Client, whom: Staff, for_: CareLeaver) -> int:
    page = f"/people/{for_.id}/named-adult"
    return desk.fill_in(page, page, staff=str(whom.id)).status_code


def say(who: CareLeaver, town: Town, *, is_yes: bool) -> None:
    housing, home = town.teams.housing, town.topics[3]
    wish = Wish(is_yes=is_yes, team_id=housing.id, topic_id=home.id)
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=who.id), writes=True):
        choose(who.id, uuid4(), [wish], SHOWN)


def stands(who: CareLeaver) -> list[Kind]:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=who.id)):
        return [each.kind for each in states(who.id).values()]


def test_priya_names_fay_who_says_yes_too(
    priya_desk: Client, town: Town, fay: Staff, tyler_of_17: CareLeaver, signed_in: SignedInAs
) -> None:
    assert name(priya_desk, fay, tyler_of_17) == 303
    say(tyler_of_17, town, is_yes=True)
    assert stands(tyler_of_17) == [Kind.WAITS_FOR_ADULT]
    desk = signed_in(fay)
    assert "Tyler said yes" in " ".join(desk.page(HERS).text.split())

    assert desk.fill_in(HERS).status_code == 303

    assert stands(tyler_of_17) == [Kind.YES]
    assert "Nothing waits for you" in desk.page(HERS).text
    assert "Fay Moss" in signed_in(tyler_of_17).page("/").text


def test_a_not_now_waits_for_nobody_and_leaves_nothing_to_agree_to(
    priya_desk: Client, town: Town, fay: Staff, tyler_of_17: CareLeaver, signed_in: SignedInAs
) -> None:
    name(priya_desk, fay, tyler_of_17)
    say(tyler_of_17, town, is_yes=True)
    desk = signed_in(fay)
    hidden = desk.page(HERS).select_one("input[name=choice]")
    assert hidden is not None

    say(tyler_of_17, town, is_yes=False)

    assert "Nothing waits for you" in desk.page(HERS).text
    assert desk.post(HERS, data={"choice": str(hidden["value"])}).status_code == 404
    assert stands(tyler_of_17) == [Kind.NOT_NOW]


def test_fay_sees_how_much_waits_and_others_have_no_such_place(
    priya_desk: Client, town: Town, fay: Staff, tyler_of_17: CareLeaver, signed_in: SignedInAs
) -> None:
    name(priya_desk, fay, tyler_of_17)
    say(tyler_of_17, town, is_yes=True)

    place = signed_in(fay).page(HERS).select_one(f"header nav a[href='{HERS}']")

    assert place is not None
    assert place.text.split() == ["Asked", "too", "1"]
    assert not priya_desk.page("/team/").select(f"header nav a[href='{HERS}']")


def test_it_counts_by_itself_from_the_18th_birthday(
    priya_desk: Client, town: Town, fay: Staff, tyler_of_17: CareLeaver, signed_in: SignedInAs
) -> None:
    name(priya_desk, fay, tyler_of_17)
    say(tyler_of_17, town, is_yes=True)
    birthday = date(clock().year + 1, clock().month, 1)

    with time_machine.travel(f"{birthday}T12:00:00+00:00", tick=False):
        assert stands(tyler_of_17) == [Kind.YES]
        assert "Nothing waits for you" in signed_in(fay).page(HERS).text


def test_priya_ends_it_again(
    priya_desk: Client, fay: Staff, tyler_of_17: CareLeaver, signed_in: SignedInAs
) -> None:
    name(priya_desk, fay, tyler_of_17)

    page = f"/people/{tyler_of_17.id}/named-adult"
    assert priya_desk.fill_in(page, f"{page}/end").status_code == 303

    assert "Nobody is named." in priya_desk.page(page).text
    assert not signed_in(fay).page("/my-account/").select(f"header nav a[href='{HERS}']")


def test_nobody_is_named_for_somebody_of_18_and_by_nobody_but_a_manager_of_theirs(
    priya_desk: Client,
    fay: Staff,
    jo: Staff,
    harriet: Staff,
    amina: CareLeaver,
    signed_in: SignedInAs,
) -> None:
    page = f"/people/{amina.id}/named-adult"
    answer = priya_desk.fill_in(page, page, staff=str(fay.id))

    assert (answer.status_code, "Nobody wrote down when they were born." in answer.text) == (
        422,
        True,
    )
    assert [signed_in(who).get(page).status_code for who in (jo, harriet)] == [404, 404]
