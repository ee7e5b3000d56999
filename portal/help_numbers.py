"""Numbers that somebody can call at any hour."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class HelpNumber:
    """A number to call, and who answers there."""

    name: str
    number: str


NATIONAL_NUMBERS = (
    HelpNumber("In danger now", "999"),
    HelpNumber("Samaritans, day and night", "116 123"),
    HelpNumber("Childline, under 19", "0800 1111"),
)
