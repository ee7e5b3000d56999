"""A manager of their leaving-care team names the adult who is asked too, or ends that."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import CareLeaver, Duty, Staff
from portal.accounts.queries import teams
from portal.consent.actions import agreeing
from portal.consent.queries.terms import adult_of
from portal.db import now, session
from portal.errors import Conflict, NotAllowed


def name(care_leaver_id: UUID, staff_id: UUID, *, by: UUID) -> None:
    _demand(care_leaver_id, by)
    agreeing.name_adult(by, care_leaver_id, staff_id)
    session.flush()


def end(care_leaver_id: UUID, *, by: UUID) -> None:
    """A yes that waits for them goes on waiting: for the next one, or the 18th birthday."""
    _demand(care_leaver_id, by)
    named = adult_of(care_leaver_id)
    if named is None:
        raise Conflict("This has ended in the meantime.")
    if named.staff_id == by:
        raise NotAllowed("Another manager ends what is yours.")
    named.end_at = now()
    tell(care_leaver_id, What.ADULT_ENDS, session.get_one(Staff, named.staff_id).name)


def _demand(care_leaver_id: UUID, by: UUID) -> None:
    team_id = session.get_one(CareLeaver, care_leaver_id).team_id
    if team_id not in teams.of(by, Duty.MANAGER):
        raise NotAllowed("A manager of their team does this.")
