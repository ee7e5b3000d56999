"""What the importer's pages say of an import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.records import refused
from portal.records.models import Import
from portal.records.queries import Listed
from portal.records.rules import Problem, Rule
from portal.records.stages import WORKING, Stage, stage_of
from portal.records.work import MOST_PROBLEMS

PROBLEMS_ON_A_PAGE = 50


@dataclass(frozen=True)
class Shown:
    """An import as a page shows it."""

    found: Import
    source: str
    problems: Sequence[Problem]
    skipped: int
    can_take_refused: bool

    @classmethod
    def of(cls, listed: Listed, skip: int = 0) -> Shown:
        found = listed.found
        part = found.problems[skip : skip + PROBLEMS_ON_A_PAGE]
        problems = [Problem(line, column, Rule(rule)) for line, column, rule in part]
        can_take = bool(found.refused) and refused.can_be_taken(found.id)
        return cls(found, listed.source, problems, skip, can_take)

    @property
    def stage(self) -> Stage:
        return stage_of(self.found)

    @property
    def is_working(self) -> bool:
        return self.stage in WORKING

    @property
    def version(self) -> str:
        """Changes with everything that a page shows of it."""
        return f"{self.stage}-{self.found.rows_done}"

    @property
    def how_far(self) -> str:
        doing = "Reading" if self.stage is Stage.READING else "Bringing in"
        if not self.found.rows_in_file:
            return f"{doing}: looking at the file"
        return f"{doing}: {self.found.rows_done:,} of {self.found.rows_in_file:,} rows"

    @property
    def would_change(self) -> bool:
        """Whether anything would come in at all."""
        return bool(self.found.new or self.found.changed or self.found.waiting)

    @property
    def lists_some(self) -> bool:
        """Whether more is wrong than is kept to be listed."""
        return len(self.found.problems) >= MOST_PROBLEMS

    @property
    def counts(self) -> list[tuple[str, int]]:
        return [(name, getattr(self.found, name)) for name in COUNTED]

    @property
    def heading(self) -> str:
        if self.found.fault:
            return "It did not come in"
        if self.stage is Stage.REHEARSED:
            return f"{self.found.rows_done:,} rows read. Nothing has come in yet"
        return f"{self.found.rows_done:,} rows read. It has come in"

    @property
    def in_a_word(self) -> tuple[str, str]:
        """And the tone of the word."""
        return FAULT if self.found.fault else WORDS[self.stage]

    @property
    def before(self) -> int | None:
        """Where the page of problems before this one starts."""
        return max(0, self.skipped - PROBLEMS_ON_A_PAGE) if self.skipped else None

    @property
    def after(self) -> int | None:
        after = self.skipped + PROBLEMS_ON_A_PAGE
        return after if after < len(self.found.problems) else None

    @property
    def problems_shown(self) -> str:
        last = self.skipped + len(self.problems)
        return f"{self.skipped + 1:,} to {last:,} of {len(self.found.problems):,}"


COUNTED = ("new", "changed", "unchanged", "waiting", "refused")
FAULT = ("did not come in", "brick")
WORDS = {
    Stage.MAPPING: ("columns to name", "sun"),
    Stage.READING: ("being read", "plain"),
    Stage.REHEARSED: ("waits for your yes", "sun"),
    Stage.COMING_IN: ("coming in", "plain"),
    Stage.ENDED: ("came in", "leaf"),
}
