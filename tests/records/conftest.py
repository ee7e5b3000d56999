from __future__ import annotations

from pathlib import Path

import pytest

from portal.accounts.models import Duty, Staff
from portal.db import acting_as
from tests.cast import Town
from tests.makers import a_membership
from tests.records.arriving import Desk, a_mapping, a_source, keeper, known_as


@pytest.fixture
def lcs(town: Town, tmp_path: Path) -> Desk:
    """Leaving care's own case system. It calls Amina A1 and Tyler T1."""
    desk = Desk(tmp_path, a_source(town.teams.leaving_care), a_mapping())
    known_as(town.amina, "A1")
    known_as(town.tyler, "T1")
    return desk


@pytest.fixture
def importer(town: Town) -> Staff:
    """Fay imports for leaving care as well."""
    with acting_as(keeper(), writes=True):
        a_membership(town.fay, town.teams.leaving_care, Duty.IMPORTER)
    return town.fay
