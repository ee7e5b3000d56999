"""Confirms by its id what waits for a manager of the receiving team."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.actions import relating
from portal.accounts.models import Allocation, CareLeaver, Involvement
from portal.db import session


def allocation(allocation_id: UUID, *, by: UUID) -> None:
    given = session.get_one(Allocation, allocation_id)
    person = session.get_one(CareLeaver, given.care_leaver_id)
    relating.confirm(given, by=by, team_id=person.team_id)


def involvement(involvement_id: UUID, *, by: UUID) -> None:
    given = session.get_one(Involvement, involvement_id)
    relating.confirm(given, by=by, team_id=given.team_id)
