from __future__ import annotations

import pytest

from portal.accounts.models import CareLeaver
from portal.logs import CHANNEL, Lines
from tests.client import Client
from tests.conftest import SignedInAs


@pytest.fixture(autouse=True)
def everything_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", CHANNEL.name)


def test_a_request_is_one_line_with_its_route_and_who_asked(
    signed_in: SignedInAs, amina: CareLeaver, caplog: pytest.LogCaptureFixture
) -> None:
    signed_in(amina).get("/privacy?about=my+secret")

    (line,) = [Lines().format(record) for record in caplog.records]
    assert '"route": "shell.privacy"' in line
    assert f'"account": "{amina.id}"' in line
    assert '"status": 200' in line
    assert "secret" not in line
    assert "Amina" not in line


def test_an_address_that_is_nowhere_is_not_written_down(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.get("/amina-yusuf")

    assert "yusuf" not in Lines().format(caplog.records[0])
