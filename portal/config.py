"""The settings of one council, read once when the portal starts.

A default must be right for production and safe to publish. Secrets have none, and a production
portal that lacks one does not start.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import time
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from portal.help_numbers import NATIONAL_NUMBERS, HelpNumber
from portal.kept_secret import kept_secret
from portal.reading_settings import Reading
from portal.reading_settings import SettingsMissing as SettingsMissing

ROOT = Path(__file__).resolve().parent.parent
BRAND = "#5b2a86"


class Mode(StrEnum):
    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


@dataclass(frozen=True, kw_only=True)
class Settings:
    mode: Mode
    secret_key: str = field(repr=False)
    sealing_keys: dict[int, str] = field(repr=False)
    looks_key: str = field(repr=False)
    council: str
    zone: ZoneInfo
    public_address: str
    out_of_hours: str
    help_numbers: tuple[HelpNumber, ...] = NATIONAL_NUMBERS
    site_name: str = "My Say"
    brand: str = BRAND
    leave_to: str | None = None
    controller_contact: str = ""
    opens: time = time(9)
    closes: time = time(17)
    office_days: frozenset[int] = frozenset(range(5))
    staff_code: bool = True
    proxies: int = 0
    port: int = 5000
    folder: Path = ROOT / "var"
    database_url: str = field(repr=False)

    @property
    def contact(self) -> str:
        """Where somebody reaches the council about what it keeps of them."""
        return self.controller_contact or self.public_address

    @property
    def is_demo(self) -> bool:
        return self.mode is Mode.DEMO

    @property
    def is_test(self) -> bool:
        return self.mode is Mode.TEST

    @property
    def is_https(self) -> bool:
        return self.public_address.startswith("https://")


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Raises SettingsMissing with every setting that is missing or cannot be used."""
    read = Reading(environment)
    mode = read.one_of("MODE", tuple(Mode), Mode.PRODUCTION)
    if mode is Mode.DEMO:
        return _demo(read)
    folder = Path(environment.get("DATA_FOLDER") or ROOT / "var")
    settings = Settings(
        mode=mode,
        secret_key=read.secret("SECRET_KEY"),
        sealing_keys=read.numbered_secrets("SEALING_KEY"),
        looks_key=read.secret("LOOKS_KEY"),
        council=read.words("COUNCIL"),
        zone=read.zone("ZONE"),
        public_address=read.address("PUBLIC_ADDRESS", must_be_https=mode is Mode.PRODUCTION),
        out_of_hours=read.words("OUT_OF_HOURS"),
        help_numbers=_numbers(read) or NATIONAL_NUMBERS,
        site_name=read.words("SITE_NAME", "My Say"),
        brand=read.brand("BRAND", BRAND),
        leave_to=read.address("LEAVE_TO", "") or None,
        controller_contact=read.words("CONTROLLER_CONTACT", ""),
        **read.office_hours("OFFICE_HOURS", "Mon-Fri 09:00-17:00"),
        staff_code=read.one_of("STAFF_CODE", ("on", "off"), "on") == "on",
        proxies=read.number("PROXIES", "0", least=0),
        port=read.number("PORT", "5000"),
        folder=folder,
        database_url=read.database("DATABASE_URL", f"sqlite:///{folder / 'portal.db'}"),
    )
    read.finish()
    return settings


def demo_settings(port: int = 5000, folder: Path = ROOT / "var") -> Settings:
    """A sample council on this machine alone, on its own SQLite file and no other."""
    secret = kept_secret(folder / "demo.key")
    return Settings(
        mode=Mode.DEMO,
        secret_key=f"{secret} sign-in",
        sealing_keys={1: f"{secret} sealing"},
        looks_key=f"{secret} looks",
        council="Dalesmoor Council",
        zone=ZoneInfo("Europe/London"),
        public_address=f"http://127.0.0.1:{port}",
        out_of_hours="01632 960 999",
        staff_code=False,
        port=port,
        folder=folder,
        database_url=f"sqlite:///{folder / 'demo.db'}",
    )


def _demo(read: Reading) -> Settings:
    folder = Path(read.environment.get("DATA_FOLDER") or ROOT / "var")
    settings = demo_settings(read.number("PORT", "5000"), folder)
    read.refuse_other("DATABASE_URL", settings.database_url)
    leave_to, brand = read.address("LEAVE_TO", ""), read.brand("BRAND", BRAND)
    read.finish()
    return replace(settings, leave_to=leave_to or None, brand=brand)


def _numbers(read: Reading) -> tuple[HelpNumber, ...]:
    return tuple(HelpNumber(name, number) for name, number in read.pairs("HELP_NUMBERS"))


_current: ContextVar[Settings] = ContextVar("settings")


def use(settings: Settings) -> None:
    _current.set(settings)


def current() -> Settings:
    """The settings of the portal that answers now."""
    return _current.get()
