"""The table of who may see what, once more, as set logic over plain things.

How the rule is proved here:

- `plain.py` has the plain things, `reference.py` and `reference_people.py` say what each asker
  sees of them. They are written from the design's table alone and share no code with the portal.
- `worlds.py` draws random councils, `filling.py` writes one into a database, `asking.py` asks it.
  `test_random_worlds.py` compares, for every asker, every record, relation and person.
  `WORLDS=2000` makes more of them, `SEED=...` the same ones again.
- `cells.py` lists every kind of record, reach, choice and state, and `shapes.py` every way of
  putting a question; `test_matrix.py` puts each question in every way.
- `test_kinds.py` holds every class that is about a care leaver to the rule, `test_sqlalchemy.py`
  holds SQLAlchemy to what the rule counts on, and `test_attacks_*.py` try to get around it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from tests.architecture.rule.choices import at_least, in_force, past
from tests.architecture.rule.council import Council
from tests.architecture.rule.plain import NOW, Asker, Record

UNCONFIRMED_FOR = timedelta(days=28)


class Records:
    """Which records each asker sees."""

    def __init__(self, council: Council) -> None:
        self.council = council
        self.lines: dict[str, Callable[[Asker, Record], bool]] = {
            "care_leaver": self._care_leaver,
            "staff": self._staff,
            "preview": self._preview,
            "counting": lambda asker, record: self._counting(record),
            "coding": self._coding,
            "research": self._research,
            "hand_over": self._hand_over,
        }

    def seen_by(self, asker: Asker) -> set[UUID]:
        return {record.id for record in self.council.world.records if self.sees(asker, record)}

    def sees(self, asker: Asker, record: Record) -> bool:
        """By a line of their own, and never wider than what the record hangs on."""
        line = self.lines.get(asker.kind)
        if line is None or not line(asker, record):
            return False
        return record.hangs_on is None or self.sees(asker, self.council.record[record.hangs_on])

    def _care_leaver(self, asker: Asker, record: Record) -> bool:
        if record.person != asker.who:
            return False
        if record.reach == "only_me":
            shut = asker.known_since is not None and record.made_at < asker.known_since
            gone = past(self.council.person[record.person].left_at)
            return self._is_own(record) and not shut and not gone and not self._lapsed(record)
        if self._is_own(record):
            return not self._lapsed(record)
        return past(record.released_at) and not self._unconfirmed(record)

    def _staff(self, asker: Asker, record: Record) -> bool:
        assert asker.who
        stands = self.council.stands(asker.who, record.person)
        if not stands or record.not_for == asker.who:
            return False
        wrote = record.author == asker.who
        if record.reach == "only_me" and past(self.council.person[record.person].left_at):
            return False
        if self._unconfirmed(record):
            # "The two of them alone", at any reach: the page on which the other confirms is shown
            # to whoever typed it. Once confirmed, `only_me` is its author's alone again.
            return (wrote or record.written_down_by == asker.who) and not self._lapsed(record)
        if record.reach == "only_me":
            return wrote
        return wrote or any(self._by_line(line, team, record) for line, team in stands)

    def _by_line(self, line: str, team: UUID | None, record: Record) -> bool:
        if team is None or record.reach == "only_me" or self._unconfirmed(record):
            return False
        holder = self.council.heir(record.held_by)
        at_home = self.council.is_leaving_care(holder)
        held = holder == team if line == "practitioner" else at_home
        narrowest = {"manager": "my_team", "practitioner": "my_team"}.get(line, "my_adviser")
        if held and at_least(record.reach, narrowest):
            return True
        return not held and self.council.shared_with(record, team)

    def _preview(self, asker: Asker, record: Record) -> bool:
        if record.person != asker.person or asker.who is None:
            return False
        if past(self.council.team[asker.who].closed_at):
            return False
        if asker.who == self.council.home(record.person):
            return False
        as_themselves = Asker(kind="care_leaver", who=asker.person, known_since=asker.known_since)
        return self._by_line("practitioner", asker.who, record) and self._care_leaver(
            as_themselves, record
        )

    def _counting(self, record: Record) -> bool:
        if not at_least(record.reach, "figures") or self._unconfirmed(record):
            return False
        person = self.council.person[record.person]
        agrees = not self.council.counting_is_no(record.person)
        return record.is_official_code or (
            past(person.came_in_at) and past(person.told_at) and agrees
        )

    def _coding(self, asker: Asker, record: Record) -> bool:
        batch = self._window(asker, "WordsBatch")
        return bool(batch) and self._in_words(record, batch)

    def _research(self, asker: Asker, record: Record) -> bool:
        released = self._is_own(record) or past(record.released_at)
        return (
            bool(self._window(asker, "EthicsApproval"))
            and released
            and self._in_words(record, "research")
        )

    def _in_words(self, record: Record, purpose: str) -> bool:
        confirmed = not self._unconfirmed(record)
        agreed = self.council.purpose_yes(record.person, purpose)
        return confirmed and agreed and at_least(record.reach, "my_team")

    def _window(self, asker: Asker, cls: str) -> str:
        """The purpose of the batch or approval, while it is open."""
        for window in self.council.world.windows:
            if (window.id, window.cls) == (asker.who, cls) and in_force(window.start, window.end):
                # Service and study are the only purposes for which words are read in batches.
                return {"": "research", "quoting": ""}.get(window.purpose, window.purpose)
        return ""

    def _hand_over(self, asker: Asker, record: Record) -> bool:
        if record.person != asker.who or not at_least(record.reach, "my_team"):
            return False
        return self._by_line("adviser", self.council.home(record.person), record)

    def _is_own(self, record: Record) -> bool:
        return record.author == record.person

    def _unconfirmed(self, record: Record) -> bool:
        return record.written_down_by is not None and not past(record.confirmed_at)

    def _lapsed(self, record: Record) -> bool:
        return self._unconfirmed(record) and record.made_at + UNCONFIRMED_FOR <= NOW
