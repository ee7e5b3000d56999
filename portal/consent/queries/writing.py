"""Who may write about whom, asked as whoever asks now."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.viewers import CareLeaverViewer, StaffViewer
from portal.consent.relations import may_write
from portal.db import session, viewer
from portal.errors import NotAllowed


def may_write_about(care_leaver_id: UUID) -> bool:
    """May whoever asks write something about this care leaver?"""
    match viewer():
        case CareLeaverViewer(care_leaver_id=own):
            return own == care_leaver_id
        case StaffViewer() as staff:
            return bool(session.scalars(may_write(staff), {"whose": care_leaver_id}).first())
        case _:
            return False


def team_writing_about(care_leaver_id: UUID) -> UUID:
    """The team for which the member of staff who asks writes about somebody.

    Raises NotAllowed when they may not.
    """
    asking = viewer()
    if isinstance(asking, StaffViewer):
        whose = {"whose": care_leaver_id}
        team_id: UUID | None = session.scalars(may_write(asking), whose).first()
        if team_id is not None:
            return team_id
    raise NotAllowed("You cannot write about this person.")
