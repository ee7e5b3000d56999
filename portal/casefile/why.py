"""Why something of another team is here: its person said yes about it, or the law shares it.

Told, not decided: what a yes or a lock opens is for the rule alone to say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from portal.consent.models import Choice, LockedCell
from portal.db import now, session


@dataclass(frozen=True)
class Why:
    """For which topics, seen from the team of whoever looks."""

    team_id: UUID | None = None
    yes_about: frozenset[UUID] = frozenset()
    by_law: Mapping[UUID, str] = field(default_factory=dict)

    def said_yes(self, thing: Any) -> bool:
        return self._from_another_team(thing) and thing.topic_id in self.yes_about

    def law(self, thing: Any) -> str:
        """The reason of the council, when it is here whatever was chosen."""
        if not self._from_another_team(thing) or self.said_yes(thing):
            return ""
        return self.by_law.get(thing.topic_id, "")

    def _from_another_team(self, thing: Any) -> bool:
        return self.team_id is not None and thing.held_by_id != self.team_id


def why_here(care_leaver_id: UUID, team_id: UUID | None) -> Why:
    if team_id is None:
        return Why()
    return Why(team_id, _yes_about(care_leaver_id, team_id), _by_law(team_id))


def _yes_about(care_leaver_id: UUID, team_id: UUID) -> frozenset[UUID]:
    choices = select(Choice.topic_id, Choice.is_yes).where(
        Choice.care_leaver_id == care_leaver_id,
        Choice.team_id == team_id,
        or_(Choice.end_at.is_(None), Choice.end_at > now()),
    )
    latest = {topic: yes for topic, yes in session.execute(choices.order_by(Choice.id)) if topic}
    return frozenset(topic for topic, yes in latest.items() if yes)


def _by_law(team_id: UUID) -> dict[UUID, str]:
    locks = select(LockedCell.topic_id, LockedCell.reason).where(
        LockedCell.team_id == team_id,
        LockedCell.confirmed_at <= now(),
        LockedCell.first_day_at <= now(),
        or_(LockedCell.end_at.is_(None), LockedCell.end_at > now()),
    )
    return dict(session.execute(locks.order_by(LockedCell.first_day_at)).all())
