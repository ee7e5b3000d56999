from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from portal.accounts.models import CareLeaver
from portal.accounts.viewers import Housekeeping
from portal.consent.models import Look
from portal.db import acting_as, clock, session
from portal.records.models import Source
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.makers import a_source

Looks = Callable[[], int]


@pytest.fixture
def lcs(town: Town, asking: Asking) -> Source:
    """The case system of leaving care."""
    with asking(town.jo, writes=True):
        return a_source("LCS", town.teams.leaving_care)


@pytest.fixture
def repairs(town: Town, asking: Asking) -> Source:
    """The housing system."""
    with asking(town.harriet, writes=True):
        return a_source("Repairs", town.teams.housing)


@pytest.fixture
def looks_at_amina(amina: CareLeaver) -> Looks:
    """How many lines the log of who looked has about her."""

    def count() -> int:
        with acting_as(Housekeeping(now=clock(), name="looking log")):
            lines = session.scalars(select(Look).where(Look.care_leaver_id == amina.id))
            return len(lines.all())

    return count
