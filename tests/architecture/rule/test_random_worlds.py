from __future__ import annotations

import os
import secrets
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, note, seed, settings

from portal.db import Database
from tests.architecture.rule.comparing import differences
from tests.architecture.rule.databases import a_council, holding
from tests.architecture.rule.plain import World
from tests.architecture.rule.worlds import worlds
from tests.databases import KINDS

SEED = int(os.environ.get("SEED") or secrets.randbelow(2**32))

ENOUGH = 1000  # fewer may well miss a line of the table that needs four things at once


def compare_worlds(database: Database, how_many: int) -> Counter[str]:
    """Draw so many worlds and compare each; says in the end what was seen by whom."""
    shown: Counter[str] = Counter()

    @seed(SEED)
    @settings(
        max_examples=how_many,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(world=worlds())
    def in_every_world(world: World) -> None:
        with holding(database, world):
            wrong, seen = differences(world)
        shown.update(seen)
        shown["worlds"] += 1
        for difference in wrong:
            note(difference)

        assert not wrong

    in_every_world()
    return shown


def agree(kind: str, folder: Path, how_many: int) -> None:
    print(f"\n{how_many} random worlds on {kind}, SEED={SEED}")
    with a_council(kind, folder) as database:
        shown = compare_worlds(database, how_many)

    assert shown["worlds"] >= how_many
    assert how_many < ENOUGH or not poor(shown), f"Never seen in any world: {poor(shown)}"


def poor(shown: Counter[str]) -> list[str]:
    """What no world showed, though the table has a line for it: too few worlds, or too poor."""
    everybody = ("care_leaver", "staff", "counting", "research", "coding", "hand_over", "preview")
    kinds = [f"{who} {cls}" for who in everybody for cls in ("Entry", "CaseRecord", "Reply")]
    more = ("staff PromiseChange", "staff Draft", "staff Allocation", "care_leaver EarlierWords")
    return [line for line in (*kinds, *more) if not shown[line]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_rule_and_the_table_agree_in_random_worlds(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, int(os.environ.get("WORLDS", "200")))


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_they_agree_in_many_more(kind: str, tmp_path: Path) -> None:
    agree(kind, tmp_path, int(os.environ.get("WORLDS", "2000")))
