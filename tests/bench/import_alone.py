"""Brings in one extract of so many rows and prints its peak of memory, in kilobytes."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from tests.bench.bringing_in import bring_in, prepare

if __name__ == "__main__":
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    bring_in(prepare(folder, count))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
