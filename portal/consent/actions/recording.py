"""A PA writes down what somebody beside them chose.

A yes waits until the care leaver says that it is right. A not now counts at once; they are told,
and can undo it on their own phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from portal.accounts.actions.telling import What, tell
from portal.accounts.hashing import matches
from portal.accounts.models import CareLeaver, Staff
from portal.consent.actions.choosing import Wish, choose, different, hold, save
from portal.consent.models import Choice, Method, Purpose, Receipt, WaitingChoice
from portal.consent.queries.choices import LAPSES_AFTER, about, before_it, same_as
from portal.consent.queries.writing import team_writing_about
from portal.consent.receipts import Saving, TextShown
from portal.db import now, session
from portal.errors import Conflict, NotAllowed

TRIES = 3


@dataclass(frozen=True)
class Recorded:
    """What waits for the care leaver, and whether a not now counts already."""

    waiting: WaitingChoice | None
    not_now_counts: bool


def record_for(
    staff_id: UUID, care_leaver_id: UUID, key: UUID, wishes: Sequence[Wish], shown: TextShown
) -> Recorded:
    """Raises NotAllowed unless they are this care leaver's adviser or one of their managers."""
    if team_writing_about(care_leaver_id) != session.get_one(CareLeaver, care_leaver_id).team_id:
        raise NotAllowed("Only their PA or a manager of leaving care writes down what they choose.")
    hold(care_leaver_id)
    waiting = _recorded_before(staff_id, key)
    noted = _note(staff_id, care_leaver_id, key, [one for one in wishes if not one.is_yes], shown)
    yeses = different(care_leaver_id, [wish for wish in wishes if wish.is_yes])
    if waiting is None and yeses:
        waiting = WaitingChoice(
            care_leaver_id=care_leaver_id,
            recorded_by_id=staff_id,
            form_key=key,
            wishes=[_kept(wish) for wish in yeses],
            shown=asdict(shown),
        )
        session.add(waiting)
        session.flush()
    return Recorded(waiting, noted)


def confirm_waiting(me: UUID, waiting_id: UUID) -> Receipt | None:
    """On their own phone. None when all of it is so already."""
    waiting = session.get_one(WaitingChoice, waiting_id, with_for_update=True)
    if waiting.care_leaver_id != me:
        raise NotAllowed("This is somebody else's to say.")
    return _confirm(waiting)


def confirm_waiting_here(waiting_id: UUID, pin: str) -> int | None:
    """With their PIN, on the device of whoever wrote it down: None when it was right, else how
    many tries are left. It opens nothing else."""
    waiting = session.get_one(
        WaitingChoice, waiting_id, with_for_update=True, populate_existing=True
    )
    if waiting.wrong_pins >= TRIES:
        return 0
    person = session.get_one(CareLeaver, waiting.care_leaver_id)
    if matches(person.pin_hash, pin):
        _confirm(waiting)
        return None
    waiting.wrong_pins += 1
    session.flush()
    return TRIES - waiting.wrong_pins


def refuse_waiting(who: UUID, waiting_id: UUID) -> None:
    """Not what they said. Nothing was opened by it and nothing comes of it."""
    waiting = session.get_one(WaitingChoice, waiting_id, with_for_update=True)
    if who not in (waiting.care_leaver_id, waiting.recorded_by_id):
        raise NotAllowed("This is somebody else's to say.")
    _refuse_answered(waiting)
    waiting.answered_at = now()
    session.flush()


def undo_not_now(me: UUID, choice_id: int, shown: TextShown) -> Receipt | None:
    """Say yes again, until the same day, where somebody wrote down a not now."""
    noted = session.get_one(Choice, choice_id)
    if noted.care_leaver_id != me or noted.is_yes or noted.recorded_by_id is None:
        raise NotAllowed("There is nothing to undo here.")
    before = before_it(noted)
    if before is None or not before.is_yes or _past(before.end_at):
        raise Conflict("There is no yes to go back to. You can choose anew.")
    key = uuid5(me, f"undo {choice_id}")
    if session.scalars(same_as(noted).where(Choice.id > choice_id).limit(1)).first() is not None:
        return choose(me, key, [], shown)
    return choose(me, key, [Wish(True, *about(noted), until=before.end_at)], shown)


def wishes_of(waiting: WaitingChoice) -> list[Wish]:
    return [_wish(**kept) for kept in waiting.wishes]


def _note(staff_id: UUID, whose: UUID, key: UUID, wishes: Sequence[Wish], shown: TextShown) -> bool:
    saving = Saving(whose=whose, key=key, shown=shown, method=Method.NOTED, recorded_by=staff_id)
    if wishes and save(saving, wishes) is not None:
        tell(whose, What.NOT_NOW_NOTED, session.get_one(Staff, staff_id).name)
    made = select(Choice.id).where(Choice.receipt_id == saving.receipt_id).limit(1)
    return session.scalars(made).first() is not None


def _recorded_before(staff_id: UUID, key: UUID) -> WaitingChoice | None:
    same = select(WaitingChoice).where(
        WaitingChoice.recorded_by_id == staff_id, WaitingChoice.form_key == key
    )
    return session.scalars(same).first()


def _confirm(waiting: WaitingChoice) -> Receipt | None:
    if waiting.receipt_id is not None:
        return session.get(Receipt, waiting.receipt_id)
    _refuse_answered(waiting)
    saving = Saving(
        whose=waiting.care_leaver_id,
        key=waiting.id,
        shown=TextShown(**waiting.shown),
        method=Method.BESIDE_ME,
        recorded_by=waiting.recorded_by_id,
    )
    receipt = save(saving, wishes_of(waiting))
    waiting.answered_at = now()
    waiting.receipt_id = receipt.id if receipt else None
    session.flush()
    return receipt


def _refuse_answered(waiting: WaitingChoice) -> None:
    if waiting.answered_at is not None:
        raise Conflict("This was answered already.")
    if waiting.made_at + LAPSES_AFTER <= now():
        raise Conflict("This was written down more than 28 days ago, and is gone.")


def _past(at: datetime | None) -> bool:
    return at is not None and at <= now()


def _kept(wish: Wish) -> dict[str, Any]:
    known = {"team_id": wish.team_id, "topic_id": wish.topic_id, "purpose": wish.purpose}
    until = wish.until.isoformat() if wish.until else None
    return {name: str(value) if value else None for name, value in known.items()} | {"until": until}


def _wish(
    team_id: str | None, topic_id: str | None, purpose: str | None, until: str | None
) -> Wish:
    return Wish(
        is_yes=True,
        team_id=UUID(team_id) if team_id else None,
        topic_id=UUID(topic_id) if topic_id else None,
        purpose=Purpose(purpose) if purpose else None,
        until=datetime.fromisoformat(until) if until else None,
    )
