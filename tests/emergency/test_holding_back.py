from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from portal.accounts.models import CareLeaver, Staff
from portal.db import clock
from portal.web.dates import on_day
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import said
from tests.emergency.makers import LOOKED, at, the_try, try_it, words_of

REASON = "Her brother reads her phone."
NOTHING = "Nobody has looked yet"


@pytest.fixture
def opened(signed_in: SignedInAs, asking: Asking, known: CareLeaver, nadia: Staff) -> datetime:
    """Nadia opened Amina in an emergency, and read her page."""
    with asking(known, writes=True):
        said(known, "I am at my cousin's.")
    desk = signed_in(nadia)
    try_it(desk)
    desk.page(f"/people/{known.id}/")
    return clock()


def in_days(days: int) -> str:
    return (clock() + timedelta(days=days)).date().isoformat()


def hold(desk: Client, days: int, reason: str = REASON) -> int:
    here = at(the_try())
    typed = {"reason": reason, "review_on": in_days(days)}
    return desk.fill_in(here, f"{here}/hold-back", **typed).status_code  # type: ignore[arg-type]


def reads(phone: Client) -> str:
    return words_of(phone, "/") + words_of(phone, LOOKED) + words_of(phone, "/settings/told")


def test_what_is_held_back_shows_nowhere_and_on_that_day_by_itself_with_its_true_date(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff
) -> None:
    assert "emergency" in reads(signed_in(known))

    assert hold(signed_in(priya), 9) == 303

    page = reads(signed_in(known))
    assert NOTHING in page
    assert "Nadia" not in page
    assert "emergency" not in page
    with time_machine.travel(clock() + timedelta(days=10)):
        page = reads(signed_in(known))
        assert "Nadia Khan, Support practitioner opened your record" in page
        assert "Saw 1 thing you said." in page
        assert page.count(on_day(opened)) >= 3
        assert "A manager decided that you are told later." in page


def test_it_is_renewed_before_that_day_and_not_after(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff
) -> None:
    hold(signed_in(priya), 20)
    with time_machine.travel(clock() + timedelta(days=15)):
        assert hold(signed_in(priya), 28) == 303
    with time_machine.travel(clock() + timedelta(days=30)):
        assert NOTHING in reads(signed_in(known))
    with time_machine.travel(clock() + timedelta(days=45)):
        assert "Nadia" in reads(signed_in(known))
        desk = signed_in(priya)
        sent = {"reason": REASON, "review_on": in_days(3)}
        assert desk.post(at(the_try(), "hold-back"), data=sent).status_code == 409


@pytest.mark.parametrize("days", [-1, 0, 29, 400])
def test_the_day_is_28_days_away_at_most(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff, days: int
) -> None:
    assert hold(signed_in(priya), days) == 422
    assert "Nadia" in reads(signed_in(known))


def test_it_needs_a_reason(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff
) -> None:
    assert hold(signed_in(priya), 5, reason=" ") == 422
    assert "Nadia" in reads(signed_in(known))


def test_neither_who_used_it_nor_who_approved_it_holds_it_back(
    signed_in: SignedInAs, known: CareLeaver, town: Town, martin: Staff
) -> None:
    try_it(signed_in(town.priya))
    sent = {"reason": REASON, "review_on": in_days(3)}
    own = signed_in(town.priya).post(at(the_try(), "hold-back"), data=sent)
    assert own.status_code == 403
    try_it(signed_in(town.nadia))
    here = at(the_try())
    signed_in(town.priya).post(f"{here}/approve")

    assert signed_in(town.priya).post(f"{here}/hold-back", data=sent).status_code == 403
    assert signed_in(martin).post(f"{here}/hold-back", data=sent).status_code == 303


def test_what_she_said_she_read_is_not_held_back_any_more(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff
) -> None:
    signed_in(known).fill_in("/", "/seen")

    assert hold(signed_in(priya), 5) == 409
    assert "Nadia" in words_of(signed_in(known), LOOKED)


def test_reading_what_she_is_told_meanwhile_does_not_mark_what_is_held_back(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff
) -> None:
    hold(signed_in(priya), 5)
    signed_in(known).post("/seen")
    with time_machine.travel(clock() + timedelta(days=6)):
        assert "Nadia Khan" in words_of(signed_in(known), "/")


def test_a_manager_tells_her_sooner(
    signed_in: SignedInAs, known: CareLeaver, opened: datetime, priya: Staff
) -> None:
    hold(signed_in(priya), 20)
    assert signed_in(priya).post(at(the_try(), "tell")).status_code == 303

    assert "Nadia" in reads(signed_in(known))
    assert signed_in(priya).post(at(the_try(), "tell")).status_code == 409
