"""Who a note is to."""

from __future__ import annotations

from uuid import UUID

from portal.accounts.models import CareLeaver
from portal.db import session


def name_of(care_leaver_id: UUID) -> str:
    return session.get_one(CareLeaver, care_leaver_id).name


def names_of(care_leaver_id: UUID) -> tuple[str, ...]:
    """What they are called, and the name on paper."""
    person = session.get_one(CareLeaver, care_leaver_id)
    return tuple({person.name: None, person.first_name: None})
