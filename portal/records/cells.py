"""The cells of one row, each asked for as what it should hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from portal.records.days import day_in
from portal.records.reading import UNREADABLE
from portal.records.rows import Refused
from portal.records.rules import Rule
from portal.text import cleaned, one_line

LONGEST_KEY = 200
STARTS_A_FORMULA = ("=", "+", "-", "@")
NOTHING = ("NULL", "-")

# A case note may begin with a dash or a telephone number, so words alone are no formula there.
_formula = re.compile(r"=|[+@-][A-Za-z.]+\(|[+@-][^\s|!]*[|!]")
# Most texts hold none of what is taken out of them, and finding that out is quicker than trying.
_untidy = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff\ufffd]")


def tidy(cell: str) -> str:
    """The cell on one line."""
    return cell if cell.isalnum() else one_line(cell)


def _short(cell: str) -> str | Rule:
    if UNREADABLE.search(cell):
        return Rule.BROKEN
    cell = tidy(cell)
    if cell in NOTHING:
        return ""
    if cell.startswith(STARTS_A_FORMULA):
        return Rule.FORMULA
    return Rule.TOO_LONG if len(cell) > LONGEST_KEY else cell


_short_again = lru_cache(maxsize=4096)(_short)


class Places(dict[str, int | None]):
    """Where the column of this name stands in the file, however its letters are written."""

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__()
        self.columns = {column.casefold(): place for place, column in enumerate(columns)}

    def __missing__(self, column: str) -> int | None:
        self[column] = self.columns.get(column.casefold()) if column else None
        return self[column]


class Cells:
    """The cells of one row by the names of their columns; remembers each rule that one breaks."""

    def __init__(self, places: Places, cells: Sequence[str], today: date) -> None:
        self.places, self.cells, self.today = places, cells, today
        self.problems: list[tuple[str, Rule]] = []

    def refuse(self, column: str, rule: Rule) -> None:
        self.problems.append((column, rule))

    def done(self) -> None:
        """Every cell was read; raises Refused when one broke a rule."""
        if self.problems:
            raise Refused(self.problems)

    def __call__(self, column: str) -> str:
        """The cell as it stands; empty when the file has no such column."""
        place = self.places[column]
        return "" if place is None else self.cells[place]

    def short(self, column: str) -> str:
        """An id, a code or a name: no formula, and not long. Many stand in row after row."""
        cell = self(column)
        found = _short_again(cell) if len(cell) <= LONGEST_KEY else _short(cell)
        if isinstance(found, Rule):
            self.refuse(column, found)
            return ""
        return found

    def key(self, column: str) -> str:
        """What a row cannot be without."""
        broken = len(self.problems)
        cell = self.short(column)
        if not cell and len(self.problems) == broken:
            self.refuse(column, Rule.MISSING)
        return cell

    def words(self, column: str) -> str:
        """A longer text, as it was written."""
        cell = self(column)
        if _formula.match(cell):
            self.refuse(column, Rule.FORMULA)
        if not _untidy.search(cell):
            return cell.strip()
        if UNREADABLE.search(cell):
            self.refuse(column, Rule.BROKEN)
        return cleaned(cell).text.strip()

    def day(self, column: str, *, may_be_ahead: bool = False) -> date | None:
        day = day_in(self.short(column), self.today, may_be_ahead=may_be_ahead)
        if isinstance(day, Rule):
            self.refuse(column, day)
            return None
        return day
