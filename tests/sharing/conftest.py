from __future__ import annotations

import pytest

from portal.accounts.models import CareLeaver
from tests.casefile.conftest import looks_at_amina, repairs
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import yes_to

__all__ = ["looks_at_amina", "repairs"]


@pytest.fixture
def phone(signed_in: SignedInAs, amina: CareLeaver) -> Client:
    return signed_in(amina)


@pytest.fixture
def housing(town: Town) -> str:
    return f"/sharing/{town.teams.housing.id}/seen/"


@pytest.fixture
def yes_about_home(asking: Asking, town: Town, amina: CareLeaver) -> None:
    with asking(amina, writes=True):
        yes_to(town.teams.housing, town.topics[3], amina)
