"""Something on every page of the manager's list."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID, uuid4

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import Housekeeping
from portal.consent.models import EmergencyAccess, Look
from portal.consent.questions.models import LookQuestion
from portal.db import acting_as, clock, now, session
from portal.emergency.models import Category, EmergencyTry, RefusedTry
from tests.cast import Town
from tests.emergency.makers import WHY

Thing = TypeVar("Thing")


def on_the_list(town: Town) -> dict[str, UUID]:
    """Vera opened Amina, Nadia waits, Sam was refused, Priya read, and Amina asks about that."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        opened = _opened(town.amina, town.vera)
        tried = _tried(town.amina, town.vera, emergency_id=opened.id)
        _tried(town.amina, town.nadia, needs_approval=True)
        _kept(RefusedTry(care_leaver_id=town.amina.id, staff_id=town.sam.id))
        _looked(town.amina, town.priya)
        asked = _asked(town.amina, town.jo)
    refused = {"emergency.refused staff_id": town.sam.id, "whom_id": town.amina.id}
    read = {"emergency.reading staff_id": town.priya.id}
    return {"try_id": tried.id, "question_id": asked.id} | refused | read


def _opened(whom: CareLeaver, by: Staff) -> EmergencyAccess:
    why = {"category": Category.MISSING, "reason": WHY}
    day = now() + timedelta(hours=24)
    return _kept(EmergencyAccess(care_leaver_id=whom.id, staff_id=by.id, end_at=day, **why))


def _tried(whom: CareLeaver, by: Staff, **more: Any) -> EmergencyTry:
    why = {"category": Category.MISSING, "reason": WHY, "form_key": uuid4()}
    return _kept(EmergencyTry(care_leaver_id=whom.id, staff_id=by.id, **why, **more))


def _looked(whom: CareLeaver, by: Staff) -> None:
    line = {"number": 1, "looked_at": now(), "why": "manager", "shown": [], "hash": ""}
    _kept(Look(care_leaver_id=whom.id, staff_id=by.id, **line))


def _asked(whom: CareLeaver, about: Staff) -> LookQuestion:
    day = clock().date()
    days = {"looked_on": day, "why": "adviser", "due_on": day - timedelta(days=1)}
    return _kept(LookQuestion(care_leaver_id=whom.id, staff_id=about.id, **days))


def _kept(thing: Thing) -> Thing:
    session.add(thing)
    session.flush()
    return thing
