"""Why a row cannot come in: the line, the column and the rule, and never what the cell says."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Rule(StrEnum):
    """What stands in the way of one row. The words are for the importer's page."""

    QUOTE = "quote"
    WIDTH = "width"
    BROKEN = "broken"
    MISSING = "missing"
    TOO_LONG = "too_long"
    FORMULA = "formula"
    DATE = "date"
    FUTURE = "future"
    TWICE = "twice"
    ELIGIBILITY = "eligibility"
    SUITABILITY = "suitability"
    IN_TOUCH = "131"
    ACTIVITY = "132"
    ACCOMMODATION = "133"
    TOGETHER = "153"
    DIED_OR_HOME = "344"
    IN_TOUCH_WITHOUT = "345"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Rule.QUOTE: "A quotation mark is not closed, or the cell is far too long.",
    Rule.WIDTH: "The row has more or fewer cells than the first line of the file.",
    Rule.BROKEN: "The cell holds a character that cannot be read.",
    Rule.MISSING: "The cell is empty, and must not be.",
    Rule.TOO_LONG: "The cell is too long for what it should hold.",
    Rule.FORMULA: "The cell starts like a formula.",
    Rule.DATE: "This is not a date. Write 31/12/2025 or 2025-12-31.",
    Rule.FUTURE: "The date has not come yet.",
    Rule.TWICE: "The same id stands further up in the file.",
    Rule.ELIGIBILITY: "This is not one of the words for eligibility.",
    Rule.SUITABILITY: "Suitability is 1 or 2.",
    Rule.IN_TOUCH: "This is not a code for in touch (rule 131).",
    Rule.ACTIVITY: "This is not a code for activity, or one no longer in use (rule 132).",
    Rule.ACCOMMODATION: "This is not a code for accommodation (rule 133).",
    Rule.TOGETHER: "In touch, activity and accommodation go together or not at all (rule 153).",
    Rule.DIED_OR_HOME: "With DIED or RHOM, activity and accommodation are 0 (rule 344).",
    Rule.IN_TOUCH_WITHOUT: "With YES, activity and accommodation are not 0 (rule 345).",
}


class Problem(NamedTuple):
    """One thing that one row breaks. A row can break several."""

    line: int
    column: str
    rule: Rule


class Unreadable(Exception):
    """The file as a whole cannot come in. Says why and what to do, in a sentence for the page."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what
