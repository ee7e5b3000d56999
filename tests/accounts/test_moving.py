from __future__ import annotations

import pytest

from portal.accounts.models import CareLeaver, Duty, Staff, Team
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock
from tests.accounts.giving import confirm, knows, told
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.makers import a_member_of_staff, a_team


@pytest.fixture
def north(town: Town) -> Team:
    with acting_as(Nobody(now=clock()), writes=True):
        return a_team("Leaving care north", town.teams.leaving_care.kind)


@pytest.fixture
def nora(north: Team) -> Staff:
    with acting_as(Nobody(now=clock()), writes=True):
        return a_member_of_staff("Nora West", "Manager", north, Duty.MANAGER)


def ask(desk: Client, whom: CareLeaver, to: Team) -> int:
    page = f"/people/{whom.id}/move"
    return desk.fill_in(page, page, team=str(to.id)).status_code


def test_amina_goes_to_another_team_once_its_manager_confirms_it(
    jo: Staff,
    priya: Staff,
    nora: Staff,
    north: Team,
    amina: CareLeaver,
    signed_in: SignedInAs,
    asking: Asking,
) -> None:
    assert ask(signed_in(jo), amina, north) == 303
    assert not knows(asking, nora, amina)
    desk = signed_in(nora)
    assert "Amina" not in desk.get("/team/").text

    assert confirm(desk, "moves") == 303

    assert [knows(asking, who, amina) for who in (nora, jo, priya)] == [True, False, False]
    assert told(asking, amina) == ["new_team: Leaving care north"]


def test_nobody_but_a_manager_of_that_team_confirms_it(
    jo: Staff, priya: Staff, nora: Staff, north: Team, amina: CareLeaver, signed_in: SignedInAs
) -> None:
    ask(signed_in(jo), amina, north)
    form = signed_in(nora).page("/team/").select_one("form[action^='/team/moves']")
    assert form is not None

    assert signed_in(priya).post(str(form["action"])).status_code == 403


def test_it_is_asked_once_and_can_be_taken_back(
    jo: Staff, nora: Staff, north: Team, amina: CareLeaver, signed_in: SignedInAs, asking: Asking
) -> None:
    desk = signed_in(jo)
    ask(desk, amina, north)
    page = desk.page(f"/people/{amina.id}/move")
    assert not page.select("select")
    waiting = signed_in(nora).page("/team/").select_one("form[action^='/team/moves']")
    back = page.select_one("form[action$='take-back']")
    assert waiting is not None
    assert back is not None

    assert desk.post(str(back["action"])).status_code == 303

    assert signed_in(nora).post(str(waiting["action"])).status_code == 409
    assert told(asking, amina) == []
    assert ask(desk, amina, north) == 303


def test_another_kind_of_team_is_none_of_theirs(
    jo: Staff, town: Town, north: Team, amina: CareLeaver, signed_in: SignedInAs
) -> None:
    assert ask(signed_in(jo), amina, town.teams.housing) == 422
    assert signed_in(town.harriet).get(f"/people/{amina.id}/move").status_code == 404
