from __future__ import annotations

from datetime import timedelta

import pytest

from portal.accounts.models import CareLeaver
from portal.db import clock
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.council.locking import PAGE, WHY, lock, press, the_lock, told


def test_one_sets_a_lock_and_another_confirms_it(
    ada_desk: Client, priya_desk: Client, town: Town, amina: CareLeaver, asking: Asking
) -> None:
    assert lock(ada_desk, town) == 303
    assert press(ada_desk, "confirm") == 403
    assert the_lock().confirmed_at is None
    assert told(asking, amina) == []

    assert press(priya_desk, "confirm") == 303

    assert the_lock().confirmed_by_id == town.priya.id
    for each in (amina, town.tyler):
        assert told(asking, each) == ["lock_begins: “home” with Housing"]


def test_amina_reads_on_home_what_the_law_says(
    ada_desk: Client, priya_desk: Client, town: Town, amina: CareLeaver, signed_in: SignedInAs
) -> None:
    lock(priya_desk, town)
    press(ada_desk, "confirm")

    page = signed_in(amina).page("/").text

    assert "By law we must share what staff write on “home” with Housing." in page


def test_what_was_set_is_confirmed_from_that_moment_and_not_before(
    ada_desk: Client, priya_desk: Client, town: Town
) -> None:
    lock(ada_desk, town)
    asked = the_lock().first_day_at

    press(priya_desk, "confirm")

    assert the_lock().first_day_at == the_lock().confirmed_at
    assert the_lock().first_day_at > asked


def test_a_lock_begins_on_a_later_day_when_that_was_asked(
    ada_desk: Client, priya_desk: Client, town: Town, amina: CareLeaver, asking: Asking
) -> None:
    later = (clock() + timedelta(days=40)).date()
    assert lock(ada_desk, town, first_day=later.isoformat()) == 303

    press(priya_desk, "confirm")

    assert the_lock().first_day_at > clock() + timedelta(days=38)
    assert f"from {later.day} {later:%B %Y}" in told(asking, amina)[0]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"reason": " "}, "Say why, in plain words."),
        ({"first_day": "2020-01-01"}, "It cannot begin in the past."),
        ({"last_day": "2020-01-01"}, "The last day is before the first."),
        ({"team": ""}, "Choose the team."),
    ],
)
def test_what_is_missing_is_said(
    ada_desk: Client, town: Town, typed: dict[str, str], words: str
) -> None:
    home = str(town.topics[3].id)
    sent = {"team": str(town.teams.housing.id), "topic": home, "reason": WHY} | typed
    answer = ada_desk.fill_in(PAGE, PAGE, **sent)  # type: ignore[arg-type]

    assert (answer.status_code, words in answer.text) == (422, True)


def test_a_cell_is_locked_once(ada_desk: Client, priya_desk: Client, town: Town) -> None:
    lock(ada_desk, town)

    assert lock(priya_desk, town) == 422


def test_whoever_set_it_may_take_it_back_and_nobody_hears_of_it(
    ada_desk: Client, priya_desk: Client, town: Town, amina: CareLeaver, asking: Asking
) -> None:
    lock(ada_desk, town)
    assert press(ada_desk, "end") == 303

    assert press(priya_desk, "confirm") == 409
    assert told(asking, amina) == []
    assert lock(ada_desk, town) == 303


def test_a_lock_that_ends_is_told_too(
    ada_desk: Client, priya_desk: Client, town: Town, amina: CareLeaver, asking: Asking
) -> None:
    lock(ada_desk, town)
    press(priya_desk, "confirm")
    ada_desk.page(f"{PAGE}{the_lock().id}/end")

    assert press(ada_desk, "end") == 303

    assert {each.partition(":")[0] for each in told(asking, amina)} == {
        "lock_begins",
        "lock_ends",
    }
    assert the_lock().end_at is not None
    assert press(priya_desk, "end") == 409
