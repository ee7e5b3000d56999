"""Notes that somebody of staff asked for a page about a person and got none.

After the answer is made, and alike for a person who is hidden and for one who never was: one
question and one line, so that neither the page nor the time it takes tells them apart.
"""

from __future__ import annotations

from uuid import UUID

from flask import Response, request
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import CareLeaver
from portal.accounts.viewers import StaffViewer
from portal.db import acting_as
from portal.emergency.models import RefusedTry

NAMES = ("person_id", "care_leaver_id")


def note(asked: Session, response: Response) -> Response:
    """Whoever may know the person only missed something of theirs: that is no such try."""
    viewer, person_id = asked.info["viewer"], _asked_for()
    if isinstance(viewer, StaffViewer) and response.status_code == 404 and person_id is not None:
        with acting_as(viewer, writes=True) as asking:
            if asking.scalar(select(CareLeaver.id).where(CareLeaver.id == person_id)) is None:
                asking.add(RefusedTry(staff_id=viewer.staff_id, care_leaver_id=person_id))
    return response


def _asked_for() -> UUID | None:
    known = request.view_args or {}
    return next((known[name] for name in NAMES if name in known), None)
