from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select

from portal.accounts.models import CareLeaver, Reference, Staff
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs

NEW = {"first_name": "Kai", "last_name": "Reed", "born_on": "2007-05-04"}


@pytest.fixture
def desk(ada: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(ada)


def fill(desk: Client, page: str, to: str, **typed: str) -> tuple[int, str]:
    answer = desk.fill_in(page, to, **typed)  # type: ignore[arg-type]
    return answer.status_code, answer.text


def add(desk: Client, town: Town, **typed: str) -> int:
    sent = NEW | {"team": str(town.teams.leaving_care.id)} | typed
    return fill(desk, "/admin/care-leavers/new", "/admin/care-leavers", **sent)[0]


def test_ada_adds_a_care_leaver_with_a_reference_whom_priya_then_knows(
    desk: Client, town: Town, priya: Staff, asking: Asking
) -> None:
    assert add(desk, town, system="LCS", reference="K77", contact="07700 900123") == 303

    with asking(priya) as session:
        kai = session.scalars(select(CareLeaver).where(CareLeaver.first_name == "Kai")).one()
        assert session.scalars(select(Reference.value)).all() == ["K77"]
        assert kai.came_in_at is None


def test_sending_the_form_twice_adds_one(desk: Client, town: Town, ada: Staff) -> None:
    key = str(uuid4())
    assert [add(desk, town, form_key=key) for _ in range(2)] == [303, 303]

    assert desk.get("/admin/?named=kai reed").text.count("Kai Reed") == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"last_name": ""}, "Type the last name."),
        ({"born_on": "1900-01-01"}, "Check the year of birth."),
        ({"born_on": "soon"}, "Write the day like this"),
        ({"system": "LCS"}, "Give both"),
    ],
)
def test_what_is_missing_is_said(
    desk: Client, town: Town, typed: dict[str, str], words: str
) -> None:
    sent = NEW | {"team": str(town.teams.leaving_care.id)} | typed
    status, text = fill(desk, "/admin/care-leavers/new", "/admin/care-leavers", **sent)

    assert (status, words in text) == (422, True)


def test_a_reference_belongs_to_one_person(desk: Client, town: Town) -> None:
    add(desk, town, system="LCS", reference="K77")

    assert add(desk, town, system="LCS", reference="K77", first_name="Another") == 422
    assert "Another" not in desk.get("/admin/?named=another").text.replace("named=another", "")


def test_ada_sees_who_there_is_and_nothing_of_what_they_said(
    desk: Client, amina: CareLeaver
) -> None:
    assert "Amina Yusuf" in desk.get(f"/admin/care-leavers/{amina.id}").text
    assert desk.get(f"/people/{amina.id}/invite").status_code == 404


def test_nobody_but_administrators_comes_here(
    jo: Staff, priya: Staff, amina: CareLeaver, signed_in: SignedInAs
) -> None:
    tried = [signed_in(who).get("/admin/staff").status_code for who in (jo, priya, amina)]

    assert tried == [404] * 3
