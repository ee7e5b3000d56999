"""Choosing: a yes or a not now makes a new row, and a receipt for all that was chosen at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import CareLeaver, Team, Topic
from portal.consent.models import Choice, Purpose, Receipt
from portal.consent.queries.boards import locked
from portal.consent.queries.choices import NEVER, About, CellState, Kind, states
from portal.consent.queries.terms import adult_until, usual_end
from portal.consent.receipts import Change, Saving, TextShown, write_receipt
from portal.db import now, session
from portal.errors import Conflict


@dataclass(frozen=True)
class Wish:
    """Yes or not now, to a team about a topic or to a purpose. A yes without `until` lasts as long
    as the council set; said again where it is a yes already, it changes nothing."""

    is_yes: bool
    team_id: UUID | None = None
    topic_id: UUID | None = None
    purpose: Purpose | None = None
    until: datetime | None = None

    @property
    def about(self) -> About:
        return About(self.team_id, self.topic_id, self.purpose)


def choose(me: UUID, key: UUID, wishes: Sequence[Wish], shown: TextShown) -> Receipt | None:
    """Save what differs from now. None when nothing does."""
    return save(Saving(whose=me, key=key, shown=shown), wishes)


def save(saving: Saving, wishes: Sequence[Wish]) -> Receipt | None:
    hold(saving.whose)
    if _saved_before(saving):
        return session.get(Receipt, saving.receipt_id)
    changes = list(_changes(saving.whose, wishes))
    if not changes:
        return None
    receipt = write_receipt(saving, changes)
    session.add_all(_choice(saving, change) for change in changes)
    session.flush()
    return receipt


def different(whose: UUID, wishes: Sequence[Wish]) -> list[Wish]:
    """Those that would change something."""
    changed = {change.about for change in _changes(whose, wishes)}
    return [wish for wish in wishes if wish.about in changed]


def hold(whose: UUID) -> None:
    """One at a time for each care leaver, so that "before" is what came right before."""
    held = select(CareLeaver.id).where(CareLeaver.id == whose)
    session.execute(held.with_for_update(key_share=True)).one()


def _saved_before(saving: Saving) -> bool:
    made = select(Choice.id).where(Choice.receipt_id == saving.receipt_id)
    return session.scalars(made.limit(1)).first() is not None


def _changes(whose: UUID, wishes: Sequence[Wish]) -> Iterator[Change]:
    said, adult = states(whose), adult_until(whose)
    for wish in {wish.about: wish for wish in wishes}.values():
        before = said.get(wish.about, NEVER)
        until = _until(wish)
        waits_until = adult if wish.is_yes else None
        if _differs(wish, before, waits_until):
            _refuse_impossible(wish)
            yield Change(wish.about, wish.is_yes, before, until, waits_until)


def _differs(wish: Wish, before: CellState, adult: datetime | None) -> bool:
    if not wish.is_yes:
        return before.kind is not Kind.NOT_NOW
    if before.kind is Kind.WAITS_FOR_ADULT and adult is None:
        return True
    is_so = before.kind in (Kind.YES, Kind.WAITS_FOR_ADULT)
    return not is_so or (wish.until is not None and wish.until != before.until)


def _until(wish: Wish) -> datetime | None:
    if not wish.is_yes:
        return None
    if wish.until is not None and wish.until <= now():
        raise Conflict("That day is over. Choose a later one.")
    usual = usual_end()
    return min(wish.until or usual, usual)


def _refuse_impossible(wish: Wish) -> None:
    if wish.purpose is not None:
        return
    assert wish.team_id is not None
    assert wish.topic_id is not None
    team, topic = session.get(Team, wish.team_id), session.get(Topic, wish.topic_id)
    gone = team is None or topic is None or _past(team.closed_at) or _past(topic.retired_at)
    if gone and wish.is_yes:
        raise Conflict("That team or topic is no longer there.")
    if wish.is_yes and locked(wish.team_id, wish.topic_id):
        raise Conflict("The council must share this by law, so there is nothing to choose.")


def _past(at: datetime | None) -> bool:
    return at is not None and at <= now()


def _choice(saving: Saving, change: Change) -> Choice:
    return Choice(
        care_leaver_id=saving.whose,
        team_id=change.about.team_id,
        topic_id=change.about.topic_id,
        purpose=change.about.purpose,
        is_yes=change.is_yes,
        end_at=change.until,
        adult_until=change.adult_until,
        receipt_id=saving.receipt_id,
        recorded_by_id=saving.recorded_by,
    )
