from __future__ import annotations

import pytest

from portal.accounts.models import CareLeaver, Staff
from tests.cast import Town
from tests.consent.conftest import every_look, opens  # noqa: F401
from tests.emergency.makers import a_manager, known_by


@pytest.fixture
def martin(town: Town) -> Staff:
    """Another manager of leaving care, beside Priya."""
    return a_manager("Martin Hale", town.teams.leaving_care)


@pytest.fixture
def known(amina: CareLeaver) -> CareLeaver:
    """Amina, with a reference and a birth date."""
    known_by(amina)
    return amina
