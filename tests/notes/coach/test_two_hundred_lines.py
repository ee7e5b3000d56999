"""What the margin says of two hundred lines, against what a thoughtful colleague would say.

The first hundred were written before the rules; nobody tuned the rules on the second hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.notes.coach.colleague import read
from portal.notes.coach.hints import Kind
from portal.notes.coach.plainer import seed

HERE = Path(__file__).parent
BY_LINE = sorted(set(Kind) - {Kind.TO_YOU})
ENOUGH = 0.75


def lines(name: str) -> Iterator[tuple[set[str], str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            wanted, _, text = line.partition("|")
            yield set(wanted.split()), text.strip()


def judged(name: str) -> dict[Kind, tuple[float, float]]:
    """Precision and recall of each kind of hint."""
    right, given, due = Counter[str](), Counter[str](), Counter[str]()
    for wanted, text in lines(name):
        said = {str(hint.kind) for hint in read(text, ("Amina",), seed()).hints}
        right.update(wanted & said)
        given.update(said)
        due.update(wanted)
    return {kind: (right[kind] / (given[kind] or 1), right[kind] / due[kind]) for kind in BY_LINE}


@pytest.mark.parametrize("name", ["lines_before.txt", "lines_after.txt"])
def test_the_margin_says_what_a_thoughtful_colleague_would(name: str) -> None:
    found = judged(name)
    for kind, (precision, recall) in found.items():
        print(f"{name} {kind:8} precision {precision:.2f} recall {recall:.2f}")

    assert all(min(both) >= ENOUGH for both in found.values()), found


def test_there_are_two_hundred_lines() -> None:
    assert all(len(list(lines(name))) >= 100 for name in ("lines_before.txt", "lines_after.txt"))


def test_a_council_begins_with_more_than_eighty_plainer_words() -> None:
    assert len(seed()) >= 80
    assert all(entry.instead for entry in seed())
