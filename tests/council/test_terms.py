from __future__ import annotations

from portal.accounts.models import Staff
from portal.accounts.viewers import Nobody
from portal.consent.queries.terms import Terms, terms
from portal.db import acting_as, clock
from tests.client import Client
from tests.conftest import SignedInAs

PAGE = "/admin/terms/"


def now_in_force() -> Terms:
    with acting_as(Nobody(now=clock())):
        return terms()


def keep(desk: Client, **typed: str) -> int:
    return desk.fill_in(PAGE, PAGE, **typed).status_code  # type: ignore[arg-type]


def test_a_yes_lasts_a_year_until_ada_sets_another_time(ada: Staff, signed_in: SignedInAs) -> None:
    desk = signed_in(ada)
    assert (now_in_force().months, now_in_force().asks_adult) == (12, False)

    assert keep(desk, months="6", asks_adult="yes") == 303

    assert (now_in_force().months, now_in_force().asks_adult) == (6, True)
    assert "6 months, an adult is asked too" in desk.page(PAGE).text


def test_no_yes_lasts_longer_than_two_years(ada: Staff, signed_in: SignedInAs) -> None:
    desk = signed_in(ada)

    assert [keep(desk, months=months) for months in ("0", "25", "", "24")] == [422, 422, 422, 303]


def test_only_administrators_set_them(priya: Staff, signed_in: SignedInAs) -> None:
    assert signed_in(priya).get(PAGE).status_code == 404
