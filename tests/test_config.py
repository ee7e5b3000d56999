from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from portal.config import Mode, SettingsMissing, demo_settings, from_environment
from tests.councils import ENVIRONMENT


def test_a_whole_environment_starts_the_portal() -> None:
    settings = from_environment(ENVIRONMENT)

    assert settings.mode is Mode.PRODUCTION
    assert settings.council == "Westmoor Council"
    assert settings.is_https
    assert settings.staff_code


@pytest.mark.parametrize("name", ENVIRONMENT)
def test_production_does_not_start_without_a_setting_and_names_it(name: str) -> None:
    environment = {key: value for key, value in ENVIRONMENT.items() if key != name}

    with pytest.raises(SettingsMissing, match=f"{name} is missing"):
        from_environment(environment)


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(SettingsMissing) as refused:
        from_environment({})

    assert all(name in str(refused.value) for name in ENVIRONMENT)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", "short"),
        ("ZONE", "Europe/Nowhere"),
        ("ZONE", "../etc/passwd"),
        ("PUBLIC_ADDRESS", "say.westmoor.example"),
        ("PUBLIC_ADDRESS", "http://say.westmoor.example"),
        ("BRAND", "#ffd700"),
        ("BRAND", "purple"),
        ("LEAVE_TO", "javascript:alert(1)"),
        ("OFFICE_HOURS", "always"),
        ("OFFICE_HOURS", "Mon-Fri 17:00-09:00"),
        ("OFFICE_HOURS", "Fri-Mon 09:00-17:00"),
        ("OFFICE_HOURS", "Mon-Fri 09:00-25:00"),
        ("STAFF_CODE", "maybe"),
        ("PORT", "0"),
        ("PORT", "many"),
        ("PROXIES", "-1"),
        ("MODE", "holiday"),
        ("HELP_NUMBERS", "Samaritans 116 123"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingsMissing, match=name):
        from_environment(ENVIRONMENT | {name: value})


def test_a_council_sets_its_own_hours_numbers_and_newer_keys() -> None:
    settings = from_environment(
        ENVIRONMENT
        | {
            "OFFICE_HOURS": "Mon-Sat 8:30-18:00",
            "HELP_NUMBERS": "Duty desk: 01632 960 001; Night line: 01632 960 002",
            "SEALING_KEY_2": "a newer one",
        }
    )

    assert (settings.opens, settings.closes) == (time(8, 30), time(18))
    assert settings.office_days == frozenset(range(6))
    assert [each.number for each in settings.help_numbers] == ["01632 960 001", "01632 960 002"]
    assert max(settings.sealing_keys) == 2


@pytest.mark.parametrize(
    "given", ["postgres://h/d", "postgresql://h/d", "postgresql+psycopg://h/d"]
)
def test_postgresql_is_asked_through_our_driver(given: str) -> None:
    settings = from_environment(ENVIRONMENT | {"DATABASE_URL": given})

    assert settings.database_url == "postgresql+psycopg://h/d"


def test_settings_do_not_show_their_secrets() -> None:
    assert ENVIRONMENT["SECRET_KEY"] not in repr(from_environment(ENVIRONMENT))


def test_the_demo_keeps_its_secret_and_its_own_file(tmp_path: Path) -> None:
    first, second = demo_settings(5077, tmp_path), demo_settings(5077, tmp_path)

    assert first == second
    assert first.database_url == f"sqlite:///{tmp_path / 'demo.db'}"
    assert (tmp_path / "demo.key").stat().st_mode & 0o077 == 0


def test_the_demo_refuses_any_other_database(tmp_path: Path) -> None:
    environment = {"MODE": "demo", "DATA_FOLDER": str(tmp_path), "DATABASE_URL": "postgresql://h/d"}

    with pytest.raises(SettingsMissing, match="DATABASE_URL"):
        from_environment(environment)
