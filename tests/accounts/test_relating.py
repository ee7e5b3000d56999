from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import select

from portal.accounts.models import Allocation, CareLeaver, Duty, Involvement, Staff
from tests.accounts.giving import confirm, give, knows, told
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.makers import a_membership


def test_what_jo_gives_opens_nothing_before_priya_confirms_it_and_amina_is_told_at_once(
    amina: CareLeaver,
    jo: Staff,
    sam: Staff,
    priya: Staff,
    signed_in: SignedInAs,
    asking: Asking,
) -> None:
    assert give(signed_in(jo), amina, sam) == 303
    assert not knows(asking, sam, amina)
    assert told(asking, amina) == []

    assert confirm(signed_in(priya)) == 303

    assert knows(asking, sam, amina)
    assert "adviser_begins: Sam Okafor, Personal adviser" in told(asking, amina)


def test_what_a_manager_of_the_receiving_team_gives_is_confirmed_by_that(
    amina: CareLeaver, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    give(signed_in(priya), amina, sam)

    assert knows(asking, sam, amina)


def test_sending_the_form_twice_gives_once(
    amina: CareLeaver, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    desk, key = signed_in(priya), str(uuid4())
    assert [give(desk, amina, sam, form_key=key) for _ in range(2)] == [303, 303]

    begins = [each for each in told(asking, amina) if each.startswith("adviser_begins")]
    assert len(begins) == 1


def test_nobody_allocates_themselves(
    amina: CareLeaver, jo: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    assert give(signed_in(jo), amina, jo) == 422

    with asking(jo) as session:
        assert len(session.scalars(select(Allocation)).all()) == 1


def test_nobody_confirms_what_is_for_themselves(
    amina: CareLeaver,
    jo: Staff,
    priya: Staff,
    town: Town,
    signed_in: SignedInAs,
    asking: Asking,
) -> None:
    """Not even a manager of the receiving team, who would confirm it for others."""
    with asking(priya, writes=True):
        a_membership(priya, town.teams.leaving_care, Duty.ADVISER)
    assert give(signed_in(jo), amina, priya) == 303
    with asking(priya) as session:
        mine = session.scalars(select(Allocation.id).where(Allocation.staff_id == priya.id)).one()

    assert signed_in(priya).post(f"/team/allocations/{mine}/confirm").status_code == 403


def test_an_adviser_of_somebody_else_gives_nothing(
    amina: CareLeaver, sam: Staff, signed_in: SignedInAs
) -> None:
    desk = signed_in(sam)

    assert desk.get(f"/people/{amina.id}/team").status_code == 404
    assert desk.post(f"/people/{amina.id}/allocations").status_code == 404


def test_an_involvement_waits_for_a_manager_of_the_other_team_and_no_other(
    amina: CareLeaver,
    nadia: Staff,
    priya: Staff,
    town: Town,
    signed_in: SignedInAs,
    asking: Asking,
) -> None:
    team = town.teams.no_wrong_door
    desk, chosen = signed_in(priya), f"{nadia.id}.{team.id}"
    address = f"/people/{amina.id}/involvements"
    assert desk.fill_in(f"/people/{amina.id}/team", address, staff=chosen).status_code == 303
    with asking(priya) as session:
        given = session.scalars(select(Involvement).where(Involvement.staff_id == nadia.id)).one()

    assert desk.post(f"/team/involvements/{given.id}/confirm").status_code == 403
    assert not knows(asking, nadia, amina)
    assert told(asking, amina) == []


def test_priya_ends_what_jo_does_and_amina_is_told(
    amina: CareLeaver, jo: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    desk = signed_in(priya)
    form = desk.page(f"/people/{amina.id}/team").select_one("form[action$='/end']")
    assert form is not None
    assert desk.post(str(form["action"])).status_code == 303

    assert not knows(asking, jo, amina)
    assert told(asking, amina) == ["adviser_ends: Jo Marsh, Personal adviser"]


def test_jo_ends_nothing_of_hers(
    amina: CareLeaver, jo: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    with asking(jo) as session:
        mine: UUID = session.scalars(select(Allocation.id)).one()
    desk = signed_in(jo)

    assert desk.post(f"/people/{amina.id}/allocations/{mine}/end").status_code == 403
    assert knows(asking, jo, amina)
