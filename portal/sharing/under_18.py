"""What somebody of 16 or 17 is told of the adult who is asked too."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.models import Staff
from portal.consent.queries.terms import adult_of, adult_until
from portal.db import session
from portal.sharing.texts import UNDER_18


def told(care_leaver_id: UUID) -> list[str]:
    """Nothing, when nobody else is asked."""
    adult = adult_of(care_leaver_id) if adult_until(care_leaver_id) else None
    if adult is None:
        return []
    name = session.get_one(Staff, adult.staff_id).name
    return [line.format(adult=name) for line in UNDER_18]
