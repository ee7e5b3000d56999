"""What a care leaver is not told yet: a manager holds it back for a while after an emergency.

Only the rule imports this.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, false, or_, true

from portal.accounts.about import RelatesToCareLeaver
from portal.accounts.models import Telling
from portal.accounts.viewers import CareLeaverViewer
from portal.consent.models import EmergencyAccess, Look
from portal.db import unruled

Yes = ColumnElement[bool]


def told(viewer: CareLeaverViewer, relation: type[RelatesToCareLeaver]) -> Yes:
    """All of theirs, but for what a manager holds back for a while after an emergency."""
    opened = unruled(EmergencyAccess)
    held = exists().where(opened.telling_held_back_until > viewer.now)
    match relation.__name__:
        case "EmergencyAccess":
            until = EmergencyAccess.telling_held_back_until
            return or_(until.is_(None), until <= viewer.now)
        case "Look":
            return ~held.where(opened.id == Look.emergency_id)
        case "Telling":
            return ~held.where(opened.id == Telling.emergency_id)
        case "EmergencyTry" | "RefusedTry":
            # Each try would tell of what came of it, or of the next.
            return ~held.where(opened.care_leaver_id == viewer.care_leaver_id)
        case "LastLooked":
            # It would tell of a look that is held back; what they read is the log of who looked.
            return false()
        case _:
            return true()
