"""Two who may lock: Ada, who keeps accounts, and Priya, who manages leaving care."""

from __future__ import annotations

import pytest

from portal.accounts.models import Staff
from tests.client import Client
from tests.conftest import SignedInAs


@pytest.fixture
def ada_desk(ada: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(ada)


@pytest.fixture
def priya_desk(priya: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(priya)
