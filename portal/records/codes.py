"""The code sets of the statutory return on care leavers, and what their checks say of a row.

The numbers of the rules are those of the Department for Education's own checks of the return.
Codes that were superseded (F3 and P3) are in no set: a return that holds one is refused there too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.records.rules import Rule

NONE = "0"

IN_TOUCH = {
    "YES": "in touch",
    "NO": "not in touch",
    "DIED": "died after leaving care",
    "REFU": "does not want contact",
    "NREQ": "no longer needs the service",
    "RHOM": "went back to live with family",
}

ACTIVITY = {
    "F1": "full time in higher education",
    "P1": "part time in higher education",
    "F2": "full time in other education",
    "P2": "part time in other education",
    "F4": "full time in an apprenticeship",
    "P4": "part time in an apprenticeship",
    "F5": "full time in training or work",
    "P5": "part time in training or work",
    "G4": "not in education or work, because of illness or disability",
    "G5": "not in education or work, for other reasons",
    "G6": "not in education or work, because of pregnancy or parenting",
}

ACCOMMODATION = {
    "B": "with parents or relatives",
    "C": "community home or other residential care",
    "D": "semi-independent or transitional home",
    "E": "supported lodgings",
    "G": "gone abroad",
    "H": "deported",
    "K": "ordinary lodgings, without formal support",
    "R": "home not known",
    "S": "no fixed home",
    "T": "foyer or similar supported home",
    "U": "independent living",
    "V": "emergency accommodation",
    "W": "bed and breakfast",
    "X": "in custody",
    "Y": "other accommodation",
    "Z": "with former foster carers",
}

SUITABILITY = {"1": "suitable", "2": "unsuitable"}
NEVER_SUITABLE = ("S", "X")

ELIGIBILITY = (
    "Relevant",
    "Former Relevant",
    "Eligible",
    "Qualifying",
    "No Current Eligibility",
)


@dataclass(frozen=True)
class Status:
    """In touch, activity and accommodation as one row gives them."""

    in_touch: str
    activity: str
    home: str
    suitability: str

    @property
    def is_home_a_code(self) -> bool:
        """No fixed home and custody are never suitable, so those codes do not exist."""
        if self.home in ("", NONE):
            return self.suitability in ("", NONE)
        never = self.home in NEVER_SUITABLE and self.suitability == "1"
        return self.home in ACCOMMODATION and not never

    @property
    def broken(self) -> Iterator[tuple[str, Rule]]:
        """Each rule that the row breaks, and what breaks it."""
        if self.in_touch and self.in_touch not in IN_TOUCH:
            yield "in_touch", Rule.IN_TOUCH
        if self.activity not in ("", NONE) and self.activity not in ACTIVITY:
            yield "activity", Rule.ACTIVITY
        if not self.is_home_a_code:
            yield "home", Rule.ACCOMMODATION
        some = {self.activity, self.home} - {"", NONE}
        if self.in_touch in ("DIED", "RHOM") and some:
            yield "in_touch", Rule.DIED_OR_HOME
        if self.in_touch == "YES" and NONE in (self.activity, self.home):
            yield "in_touch", Rule.IN_TOUCH_WITHOUT

    @property
    def words(self) -> str:
        """What the codes say, as sentences for a page."""
        said = []
        if self.in_touch:
            said.append(f"In touch: {IN_TOUCH[self.in_touch]} ({self.in_touch}).")
        if self.home in ACCOMMODATION:
            held = SUITABILITY.get(self.suitability)
            home = f"{ACCOMMODATION[self.home]} ({self.home}{self.suitability})"
            said.append(f"Home: {home}, held to be {held}." if held else f"Home: {home}.")
        if self.activity in ACTIVITY:
            said.append(f"Doing: {ACTIVITY[self.activity]} ({self.activity}).")
        return "\n".join(said)
