from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.accounts.actions import people
from portal.accounts.models import Duty, Membership, Staff, Team
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, session
from portal.errors import Conflict
from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs
from tests.makers import a_member_of_staff

REFUSED = "nobody would be left to set up accounts"


@pytest.fixture
def desk(ada: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(ada)


@pytest.fixture
def bo(town: Town) -> Staff:
    """Who looks after accounts too, from the team of housing."""
    with acting_as(Nobody(now=clock()), writes=True):
        return a_member_of_staff("Bo Lind", "Administrator", town.teams.housing, Duty.ADMINISTRATOR)


def close(desk: Client, team: Team, heir: Team) -> tuple[int, str]:
    page = f"/admin/teams/{team.id}/close"
    answer = desk.fill_in(page, page, heir=str(heir.id))
    return answer.status_code, answer.text


def duty_of(who: Staff) -> Membership:
    with acting_as(Nobody(now=clock())):
        return session.scalars(select(Membership).where(Membership.staff_id == who.id)).one()


def test_the_only_team_with_administrators_is_not_closed(desk: Client, town: Town) -> None:
    status, text = close(desk, town.teams.data, town.teams.housing)

    assert (status, REFUSED in text) == (422, True)
    with acting_as(Nobody(now=clock())):
        assert session.get_one(Team, town.teams.data.id).closed_at is None


def test_it_closes_when_another_team_has_one(desk: Client, town: Town, bo: Staff) -> None:
    assert close(desk, town.teams.data, town.teams.no_wrong_door)[0] == 303


def test_the_last_administrator_keeps_their_duty(ada: Staff, jo: Staff) -> None:
    held = duty_of(ada)

    with acting_as(Nobody(now=clock()), writes=True):
        with pytest.raises(Conflict, match=REFUSED):
            people.end_employment(ada.id, by=jo.id)
        with pytest.raises(Conflict, match=REFUSED):
            people.end_membership(held.id, by=jo.id)


def test_one_of_two_may_leave(desk: Client, bo: Staff) -> None:
    assert desk.post(f"/admin/duties/{duty_of(bo).id}/end").status_code == 303


def test_what_a_team_held_goes_to_the_last_heir(desk: Client, town: Town) -> None:
    teams = town.teams
    close(desk, teams.housing, teams.no_wrong_door)
    close(desk, teams.no_wrong_door, teams.virtual_school)

    with acting_as(Nobody(now=clock())):
        assert session.get_one(Team, teams.housing.id).heir_id == teams.virtual_school.id


def test_an_administrator_starts_at_accounts_and_has_no_empty_places(desk: Client) -> None:
    assert desk.get("/").location == "/admin/"

    assert [each.text.strip() for each in desk.page("/admin/").select("header nav a")] == [
        "Accounts"
    ]
