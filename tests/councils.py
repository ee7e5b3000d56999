"""Councils for tests: settings that are whole, and the environment they come from."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from portal.config import Mode, Settings

NOT_A_SECRET = "not a secret, and long enough to be taken for one"

ENVIRONMENT = {
    "SECRET_KEY": NOT_A_SECRET,
    "SEALING_KEY": NOT_A_SECRET,
    "LOOKS_KEY": NOT_A_SECRET,
    "COUNCIL": "Westmoor Council",
    "ZONE": "Europe/London",
    "PUBLIC_ADDRESS": "https://say.westmoor.example",
    "OUT_OF_HOURS": "01632 960 999",
}


def westmoor(folder: Path, database_url: str = "", **changes: object) -> Settings:
    """The council of the tests."""
    known: dict[str, object] = {
        "mode": Mode.TEST,
        "secret_key": NOT_A_SECRET,
        "sealing_keys": {1: NOT_A_SECRET},
        "looks_key": NOT_A_SECRET,
        "council": "Westmoor Council",
        "zone": ZoneInfo("Europe/London"),
        "public_address": "http://localhost",
        "out_of_hours": "01632 960 999",
        "folder": folder,
        "database_url": database_url or f"sqlite:///{folder / 'portal.db'}",
    }
    return Settings(**(known | changes))  # type: ignore[arg-type]
