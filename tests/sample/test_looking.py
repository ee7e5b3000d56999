from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.models import Allocation, Away
from portal.accounts.viewers import CareLeaverViewer, Housekeeping, StaffViewer
from portal.casefile.models import LastLooked
from portal.consent.models import Look
from portal.db import acting_as, clock, session
from portal.sample.cast import AMINA, JO, STAFF

pytestmark = pytest.mark.usefixtures("dalesmoor")


def test_amina_sees_that_jo_looked() -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=AMINA.id)):
        looked = session.scalars(select(Look)).all()

    assert JO.id in {look.staff_id for look in looked}
    assert {look.care_leaver_id for look in looked} == {AMINA.id}


def test_jo_knows_when_she_looked_at_amina_last() -> None:
    with acting_as(StaffViewer(now=clock(), staff_id=JO.id)):
        (last,) = session.scalars(select(LastLooked)).all()

    assert last.care_leaver_id == AMINA.id
    assert last.new_since is not None
    assert last.new_since < last.looked_at


def test_one_pa_is_away_and_another_covers_for_all_of_theirs() -> None:
    with acting_as(Housekeeping(now=clock(), name="reminder")):
        (away,) = session.scalars(select(Away)).all()
        theirs = select(Allocation.care_leaver_id).where(
            Allocation.staff_id == away.staff_id, Allocation.end_at.is_(None)
        )
        covered = session.scalars(select(Allocation).where(Allocation.is_cover)).all()
        assert {each.care_leaver_id for each in covered} == set(session.scalars(theirs))

    assert covered
    assert away.staff_id not in {member.id for member in STAFF}
    assert all(each.end_at == away.end_at for each in covered)


def test_the_log_of_the_sample_council_is_whole(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["verify-log"])

    assert "whole" in answer.output
