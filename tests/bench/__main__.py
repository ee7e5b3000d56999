"""`make bench`: one table. `ONLY=house` prints the rows of the house alone."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable

from tests.bench import imports, person_page, posting, sharing, wire
from tests.bench.measure import Row

HOUSE: tuple[Callable[[], list[Row]], ...] = (
    person_page.rows,
    posting.rows,
    imports.rows,
    wire.rows,
)
ROOMS = {"house": HOUSE, "sharing": (sharing.rows,)}


def main() -> None:
    logging.disable(logging.CRITICAL)
    only = os.environ.get("ONLY", "")
    if only and only not in ROOMS:
        sys.exit(f"There is no bench called {only}. There is: {', '.join(ROOMS)}.")
    print("| what | figure | goal | met |\n|---|---|---|---|")
    for room in [only] if only else ROOMS:
        for measured in ROOMS[room]:
            for what, figure, goal, met in measured():
                print(f"| {what} | {figure} | {goal} | {'met' if met else 'missed'} |", flush=True)


main()
