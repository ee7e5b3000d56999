"""How fast case records come in, and how much memory it takes.

The rate is that of the whole import, rehearsal included, beside that of a bare script which reads
the same CSV and writes it into the same table with the same indexes by `executemany`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from portal.config import ROOT
from tests.bench.bare_import import bare_script
from tests.bench.bringing_in import bring_in, prepare

Row = tuple[str, str, str, bool]

RUNS = 5
ROWS = 20_000
FEW, MANY = 10_000, 500_000
RATE_GOAL, MEMORY_GOAL = 0.2, 1.2


def rows() -> list[Row]:
    """What was measured, its figure, its goal, and whether it was met."""
    ratio, rate = _rate()
    memory, peak = _memory()
    return [
        (
            f"import against a bare executemany, {ROWS:,} rows ({rate:,.0f} rows/s)",
            f"{ratio:.2f} of its rate",
            f"at least {RATE_GOAL}",
            ratio >= RATE_GOAL,
        ),
        (
            f"peak memory of an import, {MANY:,} rows against {FEW:,} ({peak:,.0f} MB)",
            f"{memory:.2f} times",
            f"at most {MEMORY_GOAL}",
            memory <= MEMORY_GOAL,
        ),
    ]


def _rate() -> tuple[float, float]:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(RUNS):
        for times, do in ((ours, bring_in), (bare, bare_script)):
            with TemporaryDirectory() as folder:
                place = prepare(Path(folder), ROWS)
                start = time.perf_counter()
                do(place)
                times.append(time.perf_counter() - start)
    return median(bare) / median(ours), ROWS / median(ours)


def _memory() -> tuple[float, float]:
    few, many = (_peak_of(count) for count in (FEW, MANY))
    return many / few, many / 1024


def _peak_of(count: int) -> int:
    """In a process of its own, since a peak never goes down again."""
    with TemporaryDirectory() as folder:
        script = [sys.executable, "-m", "tests.bench.import_alone", folder, str(count)]
        result = subprocess.run(script, cwd=ROOT, capture_output=True, text=True, check=True)
    return int(result.stdout.split()[-1])
