from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from portal import create_app
from portal.config import SettingsMissing, from_environment
from tests.client import Client
from tests.demo.conftest import demo_of


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "localhost:5000", "localhost", "LOCALHOST"])
def test_this_machine_is_answered(visitor: Client, host: str) -> None:
    assert visitor.get("/help-now", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["dalesmoor.example", "127.0.0.1.dalesmoor.example", "192.168.1.7:5000", "0.0.0.0"]
)
@pytest.mark.parametrize("address", ["/demo/pa", "/help-now", "/healthz"])
def test_no_other_host_is_answered(visitor: Client, host: str, address: str) -> None:
    assert visitor.get(address, headers={"Host": host}).status_code == 404


@pytest.mark.parametrize(
    "header",
    ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto", "X-Real-IP", "Via"],
)
def test_nothing_that_was_passed_on_is_answered(visitor: Client, header: str) -> None:
    assert visitor.get("/demo/pa", headers={header: "198.51.100.7"}).status_code == 404


def test_a_demo_refuses_any_file_but_its_own(tmp_path: Path) -> None:
    other = replace(demo_of(tmp_path), database_url=f"sqlite:///{tmp_path / 'portal.db'}")

    with pytest.raises(SettingsMissing, match="DATABASE_URL"):
        create_app(other)


@pytest.mark.parametrize(
    "url", ["sqlite:////tmp/portal.db", "postgresql://postgres@127.0.0.1/portal"]
)
def test_a_demo_refuses_another_database_in_its_environment(tmp_path: Path, url: str) -> None:
    environment = {"MODE": "demo", "DATA_FOLDER": str(tmp_path), "DATABASE_URL": url}

    with pytest.raises(SettingsMissing, match="DATABASE_URL"):
        from_environment(environment)
