from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from portal.accounts.commands import invite_administrator
from portal.accounts.models import CareLeaver, Duty, Membership, Staff, Team
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, session
from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs


@pytest.fixture
def desk(ada: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(ada)


def fill(desk: Client, page: str, to: str, **typed: str) -> tuple[int, str]:
    answer = desk.fill_in(page, to, **typed)  # type: ignore[arg-type]
    return answer.status_code, answer.text


def give(desk: Client, to: Staff, team: Team, duty: Duty) -> int:
    page = f"/admin/staff/{to.id}"
    return fill(desk, page, f"{page}/duties", team=str(team.id), duty=duty)[0]


def test_ada_adds_a_member_of_staff_with_a_duty_and_a_link(desk: Client, town: Town) -> None:
    sent = {"name": "Zoe Hart", "email": "Zoe.Hart@westmoor.example", "job": "Personal adviser"}
    assert fill(desk, "/admin/staff/new", "/admin/staff", **sent)[0] == 303
    with acting_as(Nobody(now=clock())):
        zoe = session.scalars(select(Staff).where(Staff.name == "Zoe Hart")).one()
    assert give(desk, zoe, town.teams.leaving_care, Duty.ADVISER) == 303

    answer = desk.post(f"/admin/staff/{zoe.id}/invite")

    link = re.search(r"/joining/[\w-]+", answer.text)
    assert link
    assert desk.application.test_client().get(link[0]).status_code == 200
    assert link[0] not in desk.get(f"/admin/staff/{zoe.id}").text


def test_an_email_belongs_to_one_person(desk: Client, jo: Staff) -> None:
    sent = {"name": "Joanna", "email": jo.email.upper(), "job": "Personal adviser"}

    assert fill(desk, "/admin/staff/new", "/admin/staff", **sent)[0] == 422


def test_nobody_gives_themselves_a_duty_or_a_link(desk: Client, ada: Staff, town: Town) -> None:
    typed = {"team": str(town.teams.leaving_care.id), "duty": "manager"}

    assert desk.post(f"/admin/staff/{ada.id}/duties", data=typed).status_code == 403
    assert desk.post(f"/admin/staff/{ada.id}/invite").status_code == 403
    assert desk.post(f"/admin/staff/{ada.id}/end").status_code == 403


def test_the_duty_of_an_administrator_excludes_every_other(
    desk: Client, jo: Staff, town: Town, rae: Staff
) -> None:
    assert give(desk, jo, town.teams.data, Duty.ADMINISTRATOR) == 422
    with acting_as(Nobody(now=clock()), writes=True):
        for held in session.scalars(select(Membership).where(Membership.staff_id == rae.id)):
            held.end_at = clock()
    assert give(desk, rae, town.teams.data, Duty.ADMINISTRATOR) == 303

    assert give(desk, rae, town.teams.leaving_care, Duty.ADVISER) == 422


def test_whoever_leaves_is_out_everywhere_at_once(
    desk: Client, jo: Staff, amina: CareLeaver, signed_in: SignedInAs
) -> None:
    laptop = signed_in(jo)
    assert laptop.get(f"/people/{amina.id}/invite").status_code == 200

    desk.post(f"/admin/staff/{jo.id}/end")

    assert laptop.get(f"/people/{amina.id}/invite").status_code == 303


def test_a_team_closes_with_an_heir_of_its_kind(desk: Client, town: Town, harriet: Staff) -> None:
    housing, heir = town.teams.housing, town.teams.no_wrong_door
    page = f"/admin/teams/{housing.id}/close"
    assert fill(desk, page, page, heir=str(town.teams.leaving_care.id))[0] == 422
    assert fill(desk, page, page, heir=str(heir.id))[0] == 303

    with acting_as(Nobody(now=clock())):
        closed = session.get_one(Team, housing.id)
        assert (closed.heir_id, closed.closed_at is not None) == (heir.id, True)


def test_a_council_begins_with_one_administrator_by_command(
    town: Town, capsys: pytest.CaptureFixture[str], client: Client
) -> None:
    invite_administrator.main(
        ["--name", "Bo Lind", "--email", "bo@westmoor.example"], standalone_mode=False
    )
    link = re.search(r"/joining/[\w-]+", capsys.readouterr().out)

    assert link
    assert client.get(link[0]).status_code == 200
