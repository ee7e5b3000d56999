"""The lines of an extract as text, one at a time, numbered as an editor numbers them."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, TextIO

from portal.records.rules import Unreadable

LONGEST_LINE = 1_000_000


class Lines:
    """Lines that can be given back, so that a row can end where it should have."""

    def __init__(self, text: TextIO) -> None:
        self.text = text
        self.back: deque[str] = deque()
        self.taken: list[str] = []
        self.first = 1

    def __iter__(self) -> Lines:
        return self

    def __next__(self) -> str:
        line = self.back.popleft() if self.back else next_line(self.text)
        if not line:
            raise StopIteration
        self.taken.append(line)
        return line

    def start_row(self) -> None:
        self.first += len(self.taken)
        self.taken.clear()

    def keep_one(self) -> str:
        """Give back all lines of this row but its first."""
        self.back.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]
        return self.taken[0]


def next_line(text: TextIO) -> str:
    """Empty at the end of the file."""
    line = text.readline(LONGEST_LINE)
    if len(line) == LONGEST_LINE:
        raise Unreadable("A line of the file is far too long. It may not be CSV.")
    return line


@contextmanager
def as_text(file: BinaryIO, encoding: str) -> Iterator[TextIO]:
    # What cannot be decoded stays recognisable, so that only its own row is refused.
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, errors="surrogateescape", newline="")
    try:
        yield text
    finally:
        # Else it would close the file with itself. Whoever opened it may have been quicker.
        if not file.closed:
            text.detach()
