"""The receipt of a save: what was chosen before and after, what the page said, signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from portal import config
from portal.accounts.models import Staff, Team, Topic
from portal.accounts.sealing import keyed_hash
from portal.consent.models import Method, Receipt
from portal.consent.queries.choices import About, CellState
from portal.consent.signing import canonical, sign
from portal.consent.wording import ADULT, BASIS, BY_ME, CANNOT_BE_RECALLED, HOW_TO_WITHDRAW
from portal.db import now, session

SCHEMA = "1"
Names = dict[UUID, str]


@dataclass(frozen=True)
class TextShown:
    """Exactly what the page said, in which language and which version."""

    language: str
    version: str
    text: str


@dataclass(frozen=True)
class Change:
    """One cell or purpose, before and after."""

    about: About
    is_yes: bool
    before: CellState
    until: datetime | None = None
    adult_until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Saving:
    """Whose choices are saved, by whom, with which form and what that form said."""

    whose: UUID
    key: UUID
    shown: TextShown
    method: Method = Method.OWN_PHONE
    recorded_by: UUID | None = None
    receipt_id: UUID = field(init=False)

    def __post_init__(self) -> None:
        # A form that is sent twice asks for the same receipt twice.
        name = f"{self.recorded_by or self.whose}:{self.key}"
        object.__setattr__(self, "receipt_id", uuid5(self.whose, name))


def write_receipt(saving: Saving, changes: Sequence[Change]) -> Receipt:
    names, staff = _names(changes), _recorder(saving.recorded_by)
    receipt = make(saving, changes, now(), names, staff)
    session.add(receipt)
    session.flush()
    return receipt


def make(
    saving: Saving, changes: Sequence[Change], at: datetime, names: Names, staff: Staff | None
) -> Receipt:
    """The receipt as a row. Adds nothing and asks nothing."""
    body = canonical(_body(saving, changes, at, names, staff))
    return Receipt(
        id=saving.receipt_id,
        care_leaver_id=saving.whose,
        given_at=at,
        recorded_by_id=saving.recorded_by,
        method=saving.method,
        language=saving.shown.language,
        text_version=saving.shown.version,
        body=body,
        signature=sign(body),
    )


def pseudonym(care_leaver_id: UUID) -> str:
    """Whose it is, for the council alone to tell."""
    return keyed_hash(config.current().looks_key, "receipt", care_leaver_id)


def _body(
    saving: Saving, changes: Sequence[Change], at: datetime, names: Names, staff: Staff | None
) -> dict[str, Any]:
    council = config.current()
    return {
        "receipt_id": str(saving.receipt_id),
        "schema_version": SCHEMA,
        "controller": {"name": council.council, "contact": council.contact},
        "subject": pseudonym(saving.whose),
        "changes": [_change(change, names) for change in changes],
        "text_shown": asdict(saving.shown),
        "method": saving.method.value,
        "recorded_by": f"{staff.name}, {staff.job}" if staff else BY_ME,
        "given_at": _instant(at),
        "how_to_withdraw": HOW_TO_WITHDRAW.format(address=council.public_address),
        "cannot_be_recalled": CANNOT_BE_RECALLED,
    }


def _change(change: Change, names: Names) -> dict[str, Any]:
    to = change.about
    if to.purpose is not None:
        what = {"purpose": to.purpose.value}
    else:
        assert to.team_id is not None
        assert to.topic_id is not None
        what = {"team": names[to.team_id], "topic": names[to.topic_id]}
    also = {"counts_when": ADULT} if change.adult_until is not None else {}
    recipient = what.get("team", config.current().council)
    return {
        **what,
        **also,
        "decision": "yes" if change.is_yes else "not_now",
        "previous_decision": change.before.kind.value,
        "previous_until": _instant(change.before.until),
        "valid_until": _instant(change.until),
        "recipients": [recipient],
        "lawful_basis": BASIS[to.purpose],
    }


def _instant(at: datetime | None) -> str | None:
    return at.isoformat(timespec="seconds") if at is not None else None


def _recorder(staff_id: UUID | None) -> Staff | None:
    return session.get_one(Staff, staff_id) if staff_id is not None else None


def _names(changes: Sequence[Change]) -> Names:
    teams = {each.about.team_id for each in changes}
    topics = {each.about.topic_id for each in changes}
    of_teams = session.execute(select(Team.id, Team.name).where(Team.id.in_(teams)))
    of_topics = session.execute(select(Topic.id, Topic.name).where(Topic.id.in_(topics)))
    return dict(tuple(row) for row in (*of_teams, *of_topics))
