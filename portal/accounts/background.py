"""What goes on by itself: who came in again is taken for themselves, and old tries go."""

from __future__ import annotations

from portal import jobs
from portal.accounts.actions import again, attempts
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock


@jobs.every(minutes=60)
def keep_house() -> None:
    again.lift_unopposed()
    with acting_as(Nobody(now=clock()), writes=True):
        attempts.forget_old()
