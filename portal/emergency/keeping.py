"""How long it is kept that somebody asked for a page and got none."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete

from portal import jobs
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock
from portal.emergency.models import RefusedTry

KEPT = timedelta(days=365)


@jobs.every(minutes=360)
def let_refused_tries_go() -> None:
    with acting_as(Housekeeping(now=clock(), name="retention"), writes=True) as asking:
        asking.execute(delete(RefusedTry).where(RefusedTry.tried_at <= clock() - KEPT))
