from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.viewers import CareLeaverViewer
from portal.consent.models import Look
from portal.db import acting_as, clock, session
from portal.sample.cast import AMINA, JO

pytestmark = pytest.mark.usefixtures("dalesmoor")


def test_amina_sees_that_jo_looked() -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=AMINA.id)):
        looked = session.scalars(select(Look)).all()

    assert JO.id in {look.staff_id for look in looked}
    assert {look.care_leaver_id for look in looked} == {AMINA.id}


def test_the_log_of_the_sample_council_is_whole(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["verify-log"])

    assert "whole" in answer.output
