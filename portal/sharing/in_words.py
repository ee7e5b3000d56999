"""A receipt as its page says it. All of it comes from what was signed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from portal.consent.models import Purpose, Receipt
from portal.consent.wording import METHODS
from portal.sharing.lengths import last_day
from portal.sharing.texts import PURPOSES
from portal.web.dates import day_and_time, on_day

DECISIONS = {
    "yes": "Yes",
    "not_now": "Not now",
    "never": "Nothing chosen",
    "ran_out": "A yes that had ended",
    "waits_for_adult": "A yes that waited for an adult",
    "locked": "Shared by law",
}


@dataclass(frozen=True)
class ChangeRead:
    about: str
    decision: str
    before: str
    until: str
    recipients: str
    basis: str
    counts_when: str


@dataclass(frozen=True)
class ReceiptRead:
    """What the signed text says, in words."""

    body: dict[str, Any]
    changes: tuple[ChangeRead, ...]

    @property
    def given_at(self) -> str:
        return day_and_time(datetime.fromisoformat(self.body["given_at"]))

    @property
    def method(self) -> str:
        return METHODS[self.body["method"]]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """What stands beside every receipt."""
        body, council = self.body, self.body["controller"]
        return [
            ("Given", self.given_at),
            ("How", self.method),
            ("Written down by", body["recorded_by"]),
            ("Who answers for it", f"{council['name']}, {council['contact']}"),
            ("Receipt", body["receipt_id"]),
            ("You, in this receipt", body["subject"]),
        ]


def read(receipt: Receipt) -> ReceiptRead:
    body = json.loads(receipt.body)
    return ReceiptRead(body, tuple(_change(one) for one in body["changes"]))


def _change(change: dict[str, Any]) -> ChangeRead:
    purpose = change.get("purpose")
    about = PURPOSES[Purpose(purpose)].name if purpose else f"{change['team']}, {change['topic']}"
    before = DECISIONS[change["previous_decision"]]
    until = _until(change["previous_until"])
    return ChangeRead(
        about=about,
        decision=DECISIONS[change["decision"]],
        before=f"{before}, {until}" if until else before,
        until=_until(change["valid_until"]),
        recipients=", ".join(change["recipients"]),
        basis=change["lawful_basis"],
        counts_when=change.get("counts_when", ""),
    )


def _until(instant: str | None) -> str:
    return f"until {on_day(last_day(datetime.fromisoformat(instant)))}" if instant else ""
