"""Fay at her desk, with files to bring in."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from werkzeug.test import TestResponse

from tests.client import Client, filled_in
from tests.records.extracts import as_csv


def hand_in(
    laptop: Client, content: bytes, *, source: str = "LCS", holds: str, **more: Any
) -> TestResponse:
    """Fill in the page for a new file, and send it."""
    form = laptop.page("/imports/new").select_one("form[enctype]")
    assert form is not None
    menus = {str(menu["name"]): menu.select("option") for menu in form.select("select")}
    chosen = {
        name: next(
            str(option["value"]) for option in menus[name] if words in option.get_text(strip=True)
        )
        for name, words in (("source", source), ("holds", holds))
    }
    file = (io.BytesIO(content), "notes.csv")
    data = filled_in(form) | chosen | {"file": file} | more
    return laptop.post("/imports/new", data=data, token=False)


def hand_in_notes(laptop: Client, *rows: Sequence[str]) -> str:
    """The address of the import."""
    answer = hand_in(laptop, as_csv(rows), holds="LCS case notes")
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def words_of(laptop: Client, address: str) -> str:
    main = laptop.page(address).find("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())
