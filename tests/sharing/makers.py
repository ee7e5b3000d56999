"""What stands around a choice: locks and terms that the council set, each kept at once."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from portal.accounts.models import Team, Topic
from portal.accounts.viewers import Housekeeping, StaffViewer
from portal.consent.actions.recording import record_for
from portal.consent.models import LockedCell, WaitingChoice
from portal.db import acting_as, clock
from tests.cast import Town
from tests.sharing.boards import SHOWN, yes


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


def a_waiting_choice(town: Town) -> WaitingChoice:
    """A yes to No Wrong Door about learning, that Jo wrote down beside Amina."""
    wish = yes(town.teams.no_wrong_door, town.topics[1])
    with acting_as(StaffViewer(now=clock(), staff_id=town.jo.id), writes=True):
        recorded = record_for(town.jo.id, town.amina.id, uuid4(), [wish], SHOWN)
    assert recorded.waiting is not None
    return recorded.waiting
