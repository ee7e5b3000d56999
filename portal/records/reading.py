"""Reads an extract row by row, as case systems and spreadsheets write it.

Nothing here holds more than a row of the file. Line numbers are those that an editor shows, also
after quoted line breaks, and one row that cannot be read does not take the next ones with it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO, NamedTuple

from portal.records.encodings import encoding_of
from portal.records.lines import Lines, as_text, next_line
from portal.records.rules import Rule, Unreadable

SEPARATORS = (",", ";", "\t")
MOST_BROKEN_QUOTES = 200
UNREADABLE = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True)
class Layout:
    """How one file is written: its encoding, what separates the cells, and its columns."""

    encoding: str
    separator: str
    columns: tuple[str, ...]


class Row(NamedTuple):
    """The cells of one row, where it starts, and what is wrong with the row as a whole."""

    line: int
    cells: list[str]
    rule: Rule | None


def layout_of(file: BinaryIO) -> Layout:
    """Raises Unreadable when this is no CSV, or an empty one."""
    encoding = encoding_of(file)
    with as_text(file, encoding) as text:
        lines = iter(partial(next_line, text), "")
        first = next((line for line in lines if line.strip()), "")
        separator = max(SEPARATORS, key=lambda by: len(next(csv.reader([first], delimiter=by), [])))
    return Layout(encoding, separator, _columns_of(_rows(file, encoding, separator)))


def _columns_of(whole: Iterator[Row]) -> tuple[str, ...]:
    header = next(whole, None)
    columns = tuple(cell.strip() for cell in header.cells) if header else ()
    if header is None or not any(columns):
        raise Unreadable("The file is empty.")
    if header.rule or UNREADABLE.search("".join(columns)):
        raise Unreadable("The first line of the file cannot be read.")
    named = [column.casefold() for column in columns if column]
    if twice := sorted({column for column in named if named.count(column) > 1}):
        raise Unreadable(f"The file has a column twice: {', '.join(twice)}.")
    if next(whole, None) is None:
        raise Unreadable("The file is empty: it has a first line and no rows.")
    return columns


def rows(file: BinaryIO, layout: Layout) -> Iterator[Row]:
    """Every row below the first line. Rows of nothing but separators are not there."""
    width = len(layout.columns)
    below = _rows(file, layout.encoding, layout.separator)
    next(below)
    for row in below:
        if row.rule is None and len(row.cells) != width:
            if len(row.cells) < width or any(row.cells[width:]):
                yield row._replace(rule=Rule.WIDTH)
                continue
            del row.cells[width:]
        yield row


def _rows(file: BinaryIO, encoding: str, separator: str) -> Iterator[Row]:
    broken = 0
    with as_text(file, encoding) as text:
        lines = Lines(text)
        for line, cells in _parsed(lines, separator):
            if cells is None:
                broken += 1
                yield Row(line, [lines.keep_one().rstrip("\r\n")], Rule.QUOTE)
            elif any(cells):
                yield Row(line, cells, None)
            if broken > MOST_BROKEN_QUOTES:
                raise Unreadable("Too many quotation marks in the file are not closed.")


def _parsed(lines: Lines, separator: str) -> Iterator[tuple[int, list[str] | None]]:
    """The cells of each row, or none for one whose quotation marks cannot be made sense of."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    while True:
        lines.start_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            reader = csv.reader(lines, delimiter=separator, strict=True)
            yield lines.first, None
        else:
            yield lines.first, cells
