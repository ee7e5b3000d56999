"""Reading settings out of an environment, and saying plainly what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import time
from typing import TypedDict, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from portal.contrast import ENOUGH, PAPER, WHITE, contrast, is_colour

T = TypeVar("T", bound=str)

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
OFFICE_HOURS = re.compile(r"(\w{3})-(\w{3}) (\d\d?:\d\d)-(\d\d?:\d\d)")
SHORTEST_SECRET = 32
MOST = 65535
LOOPBACK = ("127.0.0.1", "localhost", "::1")
UTC = ZoneInfo("UTC")


class OfficeHours(TypedDict):
    opens: time
    closes: time
    office_days: frozenset[int]


class SettingsMissing(Exception):
    """Why the portal does not start, naming each setting."""


class Reading:
    """Reads one setting after another and keeps every complaint for the end."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.complaints: list[str] = []

    def finish(self) -> None:
        if self.complaints:
            raise SettingsMissing("The portal cannot start. " + " ".join(self.complaints))

    def words(self, name: str, default: str | None = None) -> str:
        found = self.environment.get(name, "").strip() or default
        if found is None:
            self.complaints.append(f"{name} is missing.")
        return found or ""

    def secret(self, name: str) -> str:
        found = self.words(name)
        if found and len(found) < SHORTEST_SECRET:
            self.complaints.append(f"{name} is shorter than {SHORTEST_SECRET} characters.")
        return found

    def numbered_secrets(self, name: str) -> dict[int, str]:
        """NAME is the first; NAME_2, NAME_3 and so on are newer ones."""
        found = {1: self.secret(name)}
        while newer := self.environment.get(f"{name}_{len(found) + 1}"):
            found[len(found) + 1] = newer
        return found

    def one_of(self, name: str, allowed: Sequence[T], default: T) -> T:
        found = self.words(name, default)
        for one in allowed:
            if one == found:
                return one
        self.complaints.append(f"{name} must be one of {', '.join(allowed)}.")
        return default

    def zone(self, name: str) -> ZoneInfo:
        found = self.words(name)
        try:
            return ZoneInfo(found) if found else UTC
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.complaints.append(f"{name} is no time zone; one is Europe/London.")
            return UTC

    def address(self, name: str, default: str | None = None, *, must_be_https: bool = False) -> str:
        found = self.words(name, default).rstrip("/")
        parts = urlsplit(found)
        if found and (parts.scheme not in ("http", "https") or not parts.netloc):
            self.complaints.append(f"{name} must begin with https:// and name a host.")
        elif must_be_https and parts.scheme == "http" and parts.hostname not in LOOPBACK:
            self.complaints.append(f"{name} must begin with https://.")
        return found

    def brand(self, name: str, default: str) -> str:
        found = self.words(name, default)
        if not is_colour(found):
            self.complaints.append(f"{name} must be a colour such as {default}.")
            return default
        if min(contrast(found, WHITE), contrast(found, PAPER)) < ENOUGH:
            self.complaints.append(
                f"{name} is too light: white on it, or it on the page, is hard to read"
                f" (it needs a contrast of {ENOUGH})."
            )
        return found

    def number(self, name: str, default: str, least: int = 1) -> int:
        found = self.words(name, default)
        if found.isdecimal() and least <= int(found) <= MOST:
            return int(found)
        self.complaints.append(f"{name} must be a number from {least} to {MOST}.")
        return int(default)

    def office_hours(self, name: str, default: str) -> OfficeHours:
        for text in (self.words(name, default), default):
            if hours := _office_hours(text):
                return hours
            self.complaints.append(f"{name} must look like {default}.")
        raise ValueError(default)

    def pairs(self, name: str) -> list[tuple[str, str]]:
        """ "Who: number; Who: number"."""
        pairs = [each.partition(":") for each in self.words(name, "").split(";") if each.strip()]
        if any(not before.strip() or not after.strip() for before, _, after in pairs):
            self.complaints.append(f'{name} must look like "Who answers: 01632 960 001; ...".')
        return [(before.strip(), after.strip()) for before, _, after in pairs]

    def database(self, name: str, default: str) -> str:
        """Hosts hand out addresses without a driver; ours for PostgreSQL is psycopg."""
        found = self.words(name, default)
        return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", found)

    def refuse_other(self, name: str, only: str) -> None:
        if self.environment.get(name, only) != only:
            self.complaints.append(f"{name} is not for the demo, which has its own SQLite file.")


def _office_hours(text: str) -> OfficeHours | None:
    match = OFFICE_HOURS.fullmatch(text)
    if match is None:
        return None
    first, last = match[1].lower(), match[2].lower()
    try:
        days = frozenset(range(DAYS.index(first), DAYS.index(last) + 1))
        opens, closes = (time.fromisoformat(match[at].zfill(5)) for at in (3, 4))
    except ValueError:
        return None
    if not days or opens >= closes:
        return None
    return {"opens": opens, "closes": closes, "office_days": days}
