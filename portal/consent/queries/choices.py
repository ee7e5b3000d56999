"""What somebody chose, cell by cell, as it stands now.

Told, not decided: what a choice opens is for the rule alone to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Select, func, select

from portal.consent.models import Agreement, Choice, Purpose, WaitingChoice
from portal.db import now, session

SOON = timedelta(days=30)
LAPSES_AFTER = timedelta(days=28)


class About(NamedTuple):
    """What a choice is about: a team and a topic, or a purpose."""

    team_id: UUID | None = None
    topic_id: UUID | None = None
    purpose: Purpose | None = None


class Kind(StrEnum):
    NEVER = "never"
    YES = "yes"
    NOT_NOW = "not_now"
    RAN_OUT = "ran_out"
    WAITS_FOR_ADULT = "waits_for_adult"
    LOCKED = "locked"


@dataclass(frozen=True)
class CellState:
    """`since` when and `until` when. Of a locked cell `reason` says why, and `own_words` whether
    an earlier yes still takes the care leaver's own words there."""

    kind: Kind
    since: datetime | None = None
    until: datetime | None = None
    reason: str = ""
    own_words: bool = False
    choice_id: int | None = None


@dataclass(frozen=True)
class RunningOut:
    """A yes that ends soon, or that ended and was not answered since."""

    about: About
    since: datetime | None
    until: datetime
    is_over: bool


NEVER = CellState(Kind.NEVER)


def states(care_leaver_id: UUID) -> dict[About, CellState]:
    """Every cell and purpose that was ever answered, as it stands now."""
    agreed = select(Agreement.id).where(
        Agreement.choice_id == Choice.id, Agreement.said_at <= now()
    )
    found = session.execute(
        standing(care_leaver_id).add_columns(agreed.exists()).order_by(Choice.id)
    )
    return {about(choice): _state(choice, adult_agreed=yes) for choice, yes in found}


def standing(care_leaver_id: UUID) -> Select[Choice]:
    """The latest choice about each cell and purpose, whether or not it is in force."""
    latest = (
        select(func.max(Choice.id))
        .where(Choice.care_leaver_id == care_leaver_id)
        .group_by(Choice.team_id, Choice.topic_id, Choice.purpose)
    )
    return select(Choice).where(Choice.id.in_(latest))


def before_it(choice: Choice) -> Choice | None:
    """What was said right before, about the same."""
    earlier = same_as(choice).where(Choice.id < choice.id).order_by(Choice.id.desc())
    return session.scalars(earlier.limit(1)).first()


def same_as(choice: Choice) -> Select[Choice]:
    """Every choice about the same."""
    return select(Choice).where(
        Choice.care_leaver_id == choice.care_leaver_id,
        Choice.team_id.is_not_distinct_from(choice.team_id),
        Choice.topic_id.is_not_distinct_from(choice.topic_id),
        Choice.purpose.is_not_distinct_from(choice.purpose),
    )


def about(choice: Choice) -> About:
    return About(choice.team_id, choice.topic_id, choice.purpose)


def _state(choice: Choice, *, adult_agreed: bool) -> CellState:
    # A request that had to wait for another's choice began before it, and still comes after it.
    at, span = max(now(), choice.made_at), (choice.start_at, choice.end_at)
    if not choice.is_yes:
        return CellState(Kind.NOT_NOW, choice.made_at, choice_id=choice.id)
    if choice.start_at > at:
        return NEVER
    if choice.end_at is not None and choice.end_at <= at:
        return CellState(Kind.RAN_OUT, *span, choice_id=choice.id)
    waits = choice.adult_until is not None and choice.adult_until > at and not adult_agreed
    return CellState(Kind.WAITS_FOR_ADULT if waits else Kind.YES, *span, choice_id=choice.id)


def in_force(care_leaver_id: UUID) -> Mapping[About, CellState]:
    """The yeses alone."""
    return {cell: each for cell, each in states(care_leaver_id).items() if each.kind is Kind.YES}


def running_out(care_leaver_id: UUID) -> list[RunningOut]:
    """Those that ended first come first. Nothing renews itself."""
    at = now()
    found = [
        RunningOut(cell, each.since, each.until, is_over=each.until <= at)
        for cell, each in states(care_leaver_id).items()
        if each.kind in (Kind.YES, Kind.RAN_OUT, Kind.WAITS_FOR_ADULT)
        and each.until is not None
        and each.until <= at + SOON
    ]
    return sorted(found, key=lambda each: (each.until, str(each.about)))


def waiting_for(care_leaver_id: UUID) -> Sequence[WaitingChoice]:
    """What a PA recorded beside them and they have not yet said is right, the oldest first."""
    return session.scalars(
        select(WaitingChoice)
        .where(
            WaitingChoice.care_leaver_id == care_leaver_id,
            WaitingChoice.answered_at.is_(None),
            WaitingChoice.made_at > now() - LAPSES_AFTER,
        )
        .order_by(WaitingChoice.made_at, WaitingChoice.id)
    ).all()
