"""A receipt for each choice of the sample council, as the board would have given it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from portal.consent.models import Choice
from portal.consent.queries.choices import NEVER, About, CellState, Kind, about
from portal.consent.receipts import Change, Saving, TextShown, make
from portal.db import Base
from portal.sharing import texts


def receipts_of(names: dict[UUID, str], said: Sequence[Choice]) -> Iterator[Base]:
    """Of one person, the oldest first."""
    before: dict[About, CellState] = {}
    for number, choice in enumerate(said):
        saving = _saving(number, choice)
        change = _change(choice, before.get(about(choice), NEVER))
        choice.receipt_id = saving.receipt_id
        before[change.about] = _state(choice)
        yield make(saving, [change], choice.made_at, names, None)
        yield choice


def _saving(number: int, choice: Choice) -> Saving:
    """Numbered, since somebody may change their mind within one moment."""
    words = texts.of_purposes() if choice.purpose else texts.of_the_board()
    key = uuid5(NAMESPACE_OID, f"{number} {about(choice)} {choice.made_at}")
    shown = TextShown(texts.LANGUAGE, texts.VERSION, words)
    return Saving(whose=choice.care_leaver_id, key=key, shown=shown)


def _change(choice: Choice, before: CellState) -> Change:
    return Change(about(choice), choice.is_yes, _at(choice.made_at, before), choice.end_at)


def _at(when: datetime, before: CellState) -> CellState:
    over = before.kind is Kind.YES and before.until is not None and before.until <= when
    return replace(before, kind=Kind.RAN_OUT) if over else before


def _state(choice: Choice) -> CellState:
    kind = Kind.YES if choice.is_yes else Kind.NOT_NOW
    return CellState(kind, choice.made_at, choice.end_at)
