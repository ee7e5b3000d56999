from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import time_machine
from sqlalchemy import func, select

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, session
from portal.emergency import keeping
from portal.emergency.models import RefusedTry
from tests.cast import Town
from tests.client import HTMX
from tests.conftest import Asking, SignedInAs
from tests.consent.conftest import Opens
from tests.consent.makers import said
from tests.emergency.makers import LIST, words_of


def how_many() -> int:
    with acting_as(Housekeeping(now=clock(), name="retention")):
        return session.scalar(select(func.count()).select_from(RefusedTry)) or 0


def here(staff: Staff, whom: CareLeaver, verb: str = "") -> str:
    return f"/emergency/refused/{staff.id}/{whom.id}" + (f"/{verb}" if verb else "")


def test_an_adviser_who_tries_the_page_of_somebody_elses_is_on_the_list(
    signed_in: SignedInAs, town: Town
) -> None:
    desk = signed_in(town.sam)
    desk.get(f"/people/{town.amina.id}/")
    desk.post(f"/people/{town.amina.id}/allocations")
    desk.get(f"/people/{town.amina.id}/team", headers=HTMX)
    (row,) = signed_in(town.priya).page(LIST).select("tbody tr")

    text = " ".join(row.get_text(" ").split())
    assert "Sam Okafor Personal adviser Amina Yusuf 3" in text


def test_a_page_of_nobody_is_written_alike_and_shown_to_nobody(
    signed_in: SignedInAs, town: Town
) -> None:
    signed_in(town.sam).get(f"/people/{uuid4()}/")

    assert how_many() == 1
    assert "Sam" not in words_of(signed_in(town.priya), LIST)


def test_what_is_missing_of_somebody_they_work_with_is_no_such_try(
    signed_in: SignedInAs, town: Town
) -> None:
    assert signed_in(town.jo).get(f"/people/{town.amina.id}/said/{uuid4()}/").status_code == 404

    assert how_many() == 0


def test_a_manager_of_another_team_and_the_one_who_tried_see_nothing_of_it(
    signed_in: SignedInAs, town: Town
) -> None:
    signed_in(town.sam).get(f"/people/{town.amina.id}/")

    assert signed_in(town.sam).get(here(town.sam, town.amina)).status_code == 404
    assert signed_in(town.priya).get(here(town.jo, town.amina)).status_code == 404
    assert signed_in(town.priya).get(here(town.sam, town.amina)).status_code == 200


def test_a_manager_looks_at_it_opens_an_inquiry_and_ends_it(
    signed_in: SignedInAs, town: Town
) -> None:
    signed_in(town.sam).get(f"/people/{town.amina.id}/")
    desk, place = signed_in(town.priya), here(town.sam, town.amina)
    asked = {"outcome": "inquiry", "inquiry": "Why Amina?"}
    assert desk.fill_in(place, f"{place}/review", **asked).status_code == 303  # type: ignore[arg-type]
    assert "inquiry" in words_of(desk, LIST)

    assert desk.fill_in(place, f"{place}/end", came_to="An old link.").status_code == 303

    assert "Sam" not in words_of(desk, LIST)
    assert desk.get(place).status_code == 404


def test_what_is_tried_after_it_was_looked_at_stands_there_again(
    signed_in: SignedInAs, town: Town
) -> None:
    sam, desk, place = signed_in(town.sam), signed_in(town.priya), here(town.sam, town.amina)
    sam.get(f"/people/{town.amina.id}/")
    desk.fill_in(place, f"{place}/review", outcome="right")
    sam.get(f"/people/{town.amina.id}/")

    assert "Sam Okafor" in words_of(desk, LIST)


def test_it_is_kept_for_a_year(signed_in: SignedInAs, town: Town) -> None:
    signed_in(town.sam).get(f"/people/{town.amina.id}/")
    keeping.let_refused_tries_go.send()
    assert how_many() == 1

    with time_machine.travel(clock() + timedelta(days=366)):
        keeping.let_refused_tries_go.send()
    assert how_many() == 0


def test_what_a_manager_reads_of_people_is_counted_for_every_manager(
    signed_in: SignedInAs, asking: Asking, opens: Opens, town: Town, martin: Staff
) -> None:
    for person in (town.amina, town.tyler):
        with asking(person, writes=True):
            entry = said(person, "I start on Monday.")
        opens(town.priya, entry)
        opens(town.priya, entry)
    opens(town.sam, entry)
    desk = signed_in(martin)
    (row,) = desk.page(LIST).select("tbody tr")
    read = words_of(desk, f"/emergency/reading/{town.priya.id}")

    assert "Priya Nair Leaving care manager 2" in " ".join(row.get_text(" ").split())
    assert "Amina Yusuf 2" in read
    assert "Tyler Brook 2" in read
    assert desk.get(f"/emergency/reading/{town.sam.id}").status_code == 404
