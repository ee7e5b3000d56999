"""What was written down for somebody and never confirmed goes after 28 days."""

from __future__ import annotations

from sqlalchemy import delete

from portal import jobs
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from portal.voice.models import Entry, Waiting
from portal.voice.writing_down import UNCONFIRMED_FOR


@jobs.every(minutes=360)
def let_unconfirmed_go() -> None:
    with acting_as(Housekeeping(now=clock(), name="retention"), writes=True) as asking:
        gone = asking.scalars(
            delete(Entry)
            .where(
                Entry.written_down_by_id.is_not(None),
                Entry.confirmed_at.is_(None),
                Entry.made_at < clock() - UNCONFIRMED_FOR,
            )
            .returning(Entry.id)
        ).all()
        asking.execute(delete(Waiting).where(Waiting.answers_to.in_(gone)))
