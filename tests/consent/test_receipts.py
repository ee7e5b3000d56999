from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import time_machine
from flask import Flask
from sqlalchemy.exc import NoResultFound

from portal.consent.actions.choosing import Wish
from portal.consent.models import Purpose
from portal.consent.proving_receipts import as_json, as_text
from portal.consent.queries.history import history, receipt
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import SHOWN, chosen, not_now, yes

NOON = datetime(2026, 7, 1, 11, tzinfo=UTC)


@pytest.fixture
def document(asking: Asking, town: Town) -> dict[str, Any]:
    """What Amina takes away of a yes to housing, a not now and a yes to the study."""
    housing, home, money = town.teams.housing, town.topics[3], town.topics[6]
    with time_machine.travel(NOON, tick=False), asking(town.amina, writes=True):
        chosen(town.amina, yes(housing, money))
        kept = chosen(
            town.amina,
            yes(housing, home),
            not_now(housing, money),
            Wish(is_yes=True, purpose=Purpose.RESEARCH),
        )
        assert kept is not None
        found: dict[str, Any] = json.loads(as_json(kept))
        found["text"] = as_text(kept)
    return found


def test_a_receipt_holds_exactly_what_was_promised(document: dict[str, Any], town: Town) -> None:
    body = document["receipt"]
    assert set(body) == {
        *("receipt_id", "schema_version", "controller", "subject", "changes", "text_shown"),
        *("method", "recorded_by", "given_at", "how_to_withdraw", "cannot_be_recalled"),
    }
    assert {frozenset(change) for change in body["changes"]} == {
        frozenset({*ABOUT_EACH, "team", "topic"}),
        frozenset({*ABOUT_EACH, "purpose"}),
    }
    assert body["text_shown"] == {"language": "en", "version": "1", "text": SHOWN.text}
    assert (body["method"], body["recorded_by"]) == ("own_phone", "me")
    assert body["given_at"] == "2026-07-01T11:00:00+00:00"
    assert set(body["controller"]) == {"name", "contact"}


ABOUT_EACH = (
    *("decision", "previous_decision", "previous_until", "valid_until"),
    *("recipients", "lawful_basis"),
)


def test_it_says_what_was_before_and_until_when(document: dict[str, Any]) -> None:
    home, money, study = document["receipt"]["changes"]

    assert (home["decision"], home["previous_decision"]) == ("yes", "never")
    assert home["valid_until"] == "2027-07-01T23:00:00+00:00"
    assert (money["decision"], money["previous_decision"]) == ("not_now", "yes")
    assert money["valid_until"] is None
    assert (home["recipients"], study["recipients"]) == (["Housing"], ["Westmoor Council"])


def test_it_names_nobody(document: dict[str, Any], town: Town) -> None:
    said = json.dumps(document["receipt"])

    assert "Amina" not in said
    assert str(town.amina.id) not in said
    assert town.amina.id.hex not in said


def test_as_plain_text_it_reads_aloud(document: dict[str, Any]) -> None:
    text = document["text"]

    assert "Housing, about home" in text
    assert "Now: yes, until the end of 1 July 2027" in text
    assert "Given on 1 July 2026, 12:00" in text
    assert "Before: yes, until the end of 1 July 2027" in text
    assert SHOWN.text in text


def verified(app: Flask, folder: Path, text: str) -> tuple[int, str]:
    path = folder / "receipt.json"
    path.write_text(text, encoding="utf-8")
    result = app.test_cli_runner().invoke(args=["verify-receipt", str(path)])
    return result.exit_code, result.output


def test_a_true_receipt_is_true_however_it_is_laid_out(
    app: Flask, document: dict[str, Any], tmp_path: Path
) -> None:
    del document["text"]

    assert verified(app, tmp_path, json.dumps(document))[0] == 0
    assert verified(app, tmp_path, json.dumps(document, indent=4, sort_keys=True))[0] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"not_now"', '"yes"'),
        ("2027-07-01", "2028-07-01"),
        ("Housing", "Police"),
        ('"schema_version": "1"', '"schema_version": "2"'),
        ('"algorithm": "Ed25519"', '"algorithm": "none"'),
        ('"receipt": {', '"note": "Checked.", "receipt": {'),
        ('"method": "own_phone"', '"method": "noted", "method": "own_phone"'),
        ("{", "["),
    ],
)
def test_a_changed_one_is_told(
    app: Flask, document: dict[str, Any], tmp_path: Path, old: str, new: str
) -> None:
    del document["text"]
    text = json.dumps(document)
    assert old in text
    status, said = verified(app, tmp_path, text.replace(old, new))

    assert (status, said) == (1, "Changed, or not given out by this council.\n")


def test_history_has_a_receipt_for_each_change_newest_first(asking: Asking, town: Town) -> None:
    cell = (town.teams.housing, town.topics[3])
    ids: list[UUID] = []
    for wish in (yes(*cell), not_now(*cell)):
        with asking(town.amina, writes=True):
            kept = chosen(town.amina, wish)
            assert kept is not None
            ids.insert(0, kept.id)
    with asking(town.amina):
        assert [each.id for each in history(town.amina.id)] == ids
    for who in (town.tyler, town.jo, town.priya, town.harriet):
        with asking(who), pytest.raises(NoResultFound):
            receipt(ids[0])
