"""A receipt to take away: as signed JSON, which the council can tell from a changed one, and as
plain text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click

from portal import hours
from portal.consent.models import Receipt
from portal.consent.queries.choices import Kind
from portal.consent.signing import canonical, is_signed, public_key
from portal.consent.wording import COUNTED_AS, METHODS, PURPOSES

ALGORITHM = "Ed25519"


def as_json(receipt: Receipt) -> str:
    """The receipt and the council's signature over its canonical form."""
    document = _document(json.loads(receipt.body), receipt.signature)
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def is_true(document: str) -> bool:
    """Whether this council gave out this receipt, and it is as it was."""
    try:
        said = json.loads(document, object_pairs_hook=_once)
        receipt, value = said["receipt"], said["signature"]["value"]
        whole = said == _document(receipt, value)
        return whole and is_signed(canonical(receipt), value)
    except (KeyError, RecursionError, TypeError, ValueError):
        return False


def _document(receipt: dict[str, Any], value: str) -> dict[str, Any]:
    signature = {"algorithm": ALGORITHM, "key": public_key(), "value": value}
    return {"receipt": receipt, "signature": signature}


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that is said twice would show one thing and prove another."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("Something is said twice.")
    return dict(pairs)


def as_text(receipt: Receipt) -> str:
    """What a screen reader, an old phone and a solicitor all read alike."""
    return "\n".join(_lines(json.loads(receipt.body))) + "\n"


def _lines(body: dict[str, Any]) -> Iterator[str]:
    controller = body["controller"]
    yield f"Receipt {body['receipt_id']}"
    yield f"From {controller['name']}, {controller['contact']}"
    yield f"Given on {_on(body['given_at'], with_time=True)}"
    yield f"Written down by {body['recorded_by']}. {METHODS[body['method']]}"
    for change in body["changes"]:
        yield ""
        yield from _change(change)
    shown = body["text_shown"]
    yield from ("", "How to change it", body["how_to_withdraw"])
    yield from ("", "What cannot be taken back", body["cannot_be_recalled"])
    yield from ("", f"What the page said (version {shown['version']}, {shown['language']})")
    yield shown["text"]


def _change(change: dict[str, Any]) -> Iterator[str]:
    purpose = change.get("purpose")
    yield PURPOSES[purpose] if purpose else f"{change['team']}, about {change['topic']}"
    yield f"  Now: {_said(change['decision'], change['valid_until'])}"
    yield f"  Before: {_said(change['previous_decision'], change['previous_until'])}"
    if "counts_when" in change:
        yield f"  It counts when: {change['counts_when']}"
    yield f"  Who gets it: {', '.join(change['recipients'])}"
    yield f"  Why the law allows it: {change['lawful_basis']}"


def _said(decision: str, until: str | None) -> str:
    ends = f", until the end of {last_day(until)}" if until else ""
    return f"{COUNTED_AS[Kind(decision)]}{ends}"


def last_day(until: str) -> str:
    """The last day on which it holds: it ends with that day's midnight."""
    end = hours.local(datetime.fromisoformat(until))
    return _on((end - hours.DAY).isoformat() if end.time() == end.min.time() else until)


def _on(instant: str, *, with_time: bool = False) -> str:
    at = hours.local(datetime.fromisoformat(instant))
    day = f"{at.day} {at:%B %Y}"
    return f"{day}, {at:%H:%M}" if with_time else day


@click.command("verify-receipt")
@click.argument("file", type=click.File(encoding="utf-8"))
def verify_receipt(file: Any) -> None:
    """Tell a true receipt from a changed one."""
    try:
        document = file.read()
    except UnicodeDecodeError:
        document = ""
    if not is_true(document):
        click.echo("Changed, or not given out by this council.")
        raise SystemExit(1)
    click.echo("True: this council gave it out, and nothing in it was changed.")
