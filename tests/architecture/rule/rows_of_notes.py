"""What a plain record is in the tables of notes."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.notes import models as notes
from tests.architecture.rule.plain import Record

NOTES = (notes.Note, notes.Passage, notes.EarlierPassage, notes.Verdict, notes.Reading)
HANGS_ON_NOTES = {
    "Passage": ("Note", True),
    "EarlierPassage": ("Passage", True),
    "Verdict": ("Note", True),
    "Reading": ("Note", True),
}


def of_a_note(record: Record) -> dict[str, Any]:
    """The columns of its own class, where it is one of these."""
    key, above, some = str(record.id), record.hangs_on, record.id.int
    heading = {"title": "said", "day": date(2026, 3, 10), "contact": notes.Contact.PHONE}
    passage = {"note_id": above, "voice": notes.Voice.STAFF, "words": "said", "position": 1}
    own: dict[str, dict[str, Any]] = {
        "Note": heading | {"form_key": key},
        "Passage": passage | {"form_key": key},
        "EarlierPassage": {"passage_id": above, "version": some % 2**31, "words": "said"},
        "Verdict": {"note_id": above, "is_fair": True, "of_version": 1},
        "Reading": {"note_id": above},
    }
    return own.get(record.cls, {})
