"""What stands around a choice: locks and terms that the council set, each kept at once."""

from __future__ import annotations

from datetime import timedelta

from portal.accounts.models import Team, Topic
from portal.accounts.viewers import Housekeeping
from portal.consent.models import LockedCell
from portal.db import acting_as, clock
from tests.cast import Town


def a_lock(town: Town, team: Team, topic: Topic, reason: str) -> None:
    """Two people said that the council must share this by law."""
    since = clock() - timedelta(days=3)
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        asking.add(
            LockedCell(
                team_id=team.id,
                topic_id=topic.id,
                reason=reason,
                first_day_at=since,
                set_by_id=town.ada.id,
                confirmed_by_id=town.priya.id,
                confirmed_at=since,
            )
        )
