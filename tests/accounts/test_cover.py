from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import select

from portal.accounts.models import Allocation, CareLeaver, Staff
from portal.db import clock
from portal.hours import local
from tests.accounts.giving import confirm, give, knows
from tests.conftest import Asking, SignedInAs


@pytest.mark.parametrize(("days", "status"), [(13, 303), (14, 422), (30, 422), (None, 422)])
def test_cover_lasts_14_days_at_most(
    amina: CareLeaver,
    sam: Staff,
    priya: Staff,
    signed_in: SignedInAs,
    days: int | None,
    status: int,
) -> None:
    last = "" if days is None else _in_days(days).isoformat()

    assert give(signed_in(priya), amina, sam, role="cover", until_day=last) == status


def test_cover_ends_by_itself(
    amina: CareLeaver, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    give(signed_in(priya), amina, sam, role="cover", until_day=_in_days(6).isoformat())
    assert knows(asking, sam, amina)

    with time_machine.travel(clock() + timedelta(days=8)):
        assert not knows(asking, sam, amina)


def test_what_is_dated_back_counts_from_its_confirmation(
    amina: CareLeaver,
    jo: Staff,
    sam: Staff,
    priya: Staff,
    signed_in: SignedInAs,
    asking: Asking,
) -> None:
    give(signed_in(jo), amina, sam, from_day=_in_days(-60).isoformat())
    before = clock()
    confirm(signed_in(priya))

    with asking(priya) as session:
        given = session.scalars(select(Allocation).where(Allocation.staff_id == sam.id)).all()
    (latest,) = (each for each in given if each.care_leaver_id == amina.id)
    assert latest.start_at < before - timedelta(days=59)
    assert latest.confirmed_at is not None
    assert latest.confirmed_at >= before - timedelta(seconds=1)


def _in_days(days: int) -> date:
    return local(clock()).date() + timedelta(days=days)
