from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from tests.cast import Town
from tests.conftest import SignedInAs
from tests.emergency.makers import FORM, LIST, a_manager, at, the_try, try_it, words_of


@pytest.fixture
def waits(signed_in: SignedInAs, known: CareLeaver, town: Town) -> Staff:
    """Vera opened Amina; Nadia tried too, and waits."""
    try_it(signed_in(town.vera))
    try_it(signed_in(town.nadia))
    return town.nadia


def can_open(signed_in: SignedInAs, who: Staff, whom: CareLeaver) -> bool:
    return signed_in(who).get(f"/people/{whom.id}/").status_code == 200


def test_a_second_time_within_seven_days_opens_by_a_managers_yes(
    signed_in: SignedInAs, known: CareLeaver, waits: Staff, priya: Staff
) -> None:
    assert not can_open(signed_in, waits, known)
    desk = signed_in(priya)
    assert "waits for a manager" in words_of(desk, LIST)

    assert desk.post(at(the_try(), "approve")).status_code == 303

    assert can_open(signed_in, waits, known)
    assert words_of(signed_in(known), "/").count("opened your record in an emergency") == 2
    assert "Open for you until" in words_of(signed_in(waits), FORM)


def test_a_managers_no_leaves_it_shut_and_says_nothing_to_whoever_tried(
    signed_in: SignedInAs, known: CareLeaver, waits: Staff, priya: Staff
) -> None:
    before = words_of(signed_in(waits), FORM)
    desk = signed_in(priya)
    desk.post(at(the_try(), "refuse"))

    assert desk.post(at(the_try(), "approve")).status_code == 409
    assert not can_open(signed_in, waits, known)
    assert words_of(signed_in(waits), FORM) == before


def test_after_seven_days_it_opens_by_itself_again(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    try_it(signed_in(nadia))
    with time_machine.travel(clock() + timedelta(days=6, hours=23)):
        try_it(signed_in(nadia))
        assert not can_open(signed_in, nadia, known)
    with time_machine.travel(clock() + timedelta(days=7, minutes=1)):
        try_it(signed_in(nadia))
        assert can_open(signed_in, nadia, known)


def test_whoever_tried_does_not_say_yes_to_it_even_as_a_manager(
    signed_in: SignedInAs, known: CareLeaver, priya: Staff, martin: Staff
) -> None:
    try_it(signed_in(priya))
    try_it(signed_in(priya))
    desk = signed_in(priya)

    assert desk.post(at(the_try(), "approve")).status_code == 403
    assert signed_in(martin).post(at(the_try(), "approve")).status_code == 303


def test_what_still_waits_is_not_looked_at_yet(
    signed_in: SignedInAs, waits: Staff, priya: Staff
) -> None:
    """Or one manager could first find it right, and then say yes to it."""
    sent = {"outcome": "right"}

    assert signed_in(priya).post(at(the_try(), "review"), data=sent).status_code == 409


def test_what_waited_for_a_day_is_too_late_to_approve(
    signed_in: SignedInAs, known: CareLeaver, waits: Staff, priya: Staff
) -> None:
    with time_machine.travel(clock() + timedelta(hours=24, seconds=1)):
        assert signed_in(priya).post(at(the_try(), "approve")).status_code == 409
        assert not can_open(signed_in, waits, known)


@pytest.mark.parametrize("who", ["jo", "sam", "nadia", "harriet", "dev"])
def test_nobody_but_a_manager_of_hers_decides(
    signed_in: SignedInAs, waits: Staff, town: Town, who: str
) -> None:
    desk = signed_in(getattr(town, who))

    assert desk.post(at(the_try(), "approve")).status_code == 404
    assert desk.get(at(the_try())).status_code == 404


def test_a_manager_of_another_team_sees_neither_the_hit_nor_the_miss(
    signed_in: SignedInAs, waits: Staff, town: Town
) -> None:
    try_it(signed_in(town.vera), reference="nobody")
    desk = signed_in(a_manager("Hana Cole", town.teams.housing))

    assert "Nadia" not in words_of(desk, LIST)
    assert "Vera" not in words_of(desk, LIST)
    assert desk.get(at(the_try())).status_code == 404
