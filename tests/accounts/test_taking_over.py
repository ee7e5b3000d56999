from __future__ import annotations

from datetime import timedelta

import time_machine

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.queries.around import team_around
from portal.db import clock
from portal.hours import local
from tests.accounts.giving import confirm, give, knows, told
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.makers import an_involvement


def test_jo_sees_nothing_more_from_the_day_on_which_sam_begins(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    give(signed_in(priya), amina, sam)

    assert knows(asking, sam, amina)
    assert not knows(asking, jo, amina)


def test_amina_is_told_who_comes_and_who_goes(
    amina: CareLeaver, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    give(signed_in(priya), amina, sam)

    assert set(told(asking, amina)) == {
        "adviser_begins: Sam Okafor, Personal adviser",
        "adviser_ends: Jo Marsh, Personal adviser",
    }


def test_until_priya_confirms_it_jo_stays(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    give(signed_in(jo), amina, sam)
    assert knows(asking, jo, amina)

    confirm(signed_in(priya))

    assert not knows(asking, jo, amina)


def test_a_change_that_is_to_come_is_told_with_its_day_and_jo_stays_until_then(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    day = local(clock()).date() + timedelta(days=3)
    give(signed_in(priya), amina, sam, from_day=day.isoformat())

    (said,) = told(asking, amina)
    assert said == f"adviser_to_come: Sam Okafor, Personal adviser, from {day.day} {day:%B} on"
    assert knows(asking, jo, amina)
    with time_machine.travel(clock() + timedelta(days=4), tick=False):
        assert [knows(asking, one, amina) for one in (jo, sam)] == [False, True]


def test_cover_takes_nothing_over(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    until = (local(clock()).date() + timedelta(days=5)).isoformat()
    give(signed_in(priya), amina, sam, role="cover", until_day=until)

    assert knows(asking, jo, amina)
    assert told(asking, amina) == ["cover_begins: Sam Okafor, Personal adviser"]


def test_the_team_around_amina_is_who_works_with_her_now(asking: Asking, town: Town) -> None:
    with asking(town.priya, writes=True):
        an_involvement(town.amina, town.nadia, town.teams.no_wrong_door, confirmed_by=None)
    with asking(town.amina):
        found = [(one.name, one.team, one.is_adviser) for one in team_around(town.amina.id)]

    assert found == [("Jo Marsh", "Leaving care", True), ("Harriet Lane", "Housing", False)]


def test_who_left_the_council_is_not_around(asking: Asking, town: Town) -> None:
    with asking(town.ada, writes=True) as session:
        session.get_one(Staff, town.jo.id).employed_until = clock()
    with asking(town.amina):
        assert [one.name for one in team_around(town.amina.id)] == ["Harriet Lane"]
