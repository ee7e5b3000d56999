"""An administrator sets how long a yes lasts, and whether an adult is asked too."""

from __future__ import annotations

from uuid import UUID

from portal.consent.models import SharingTerms
from portal.consent.queries.terms import terms
from portal.db import session


def set_terms(months: int, *, asks_adult: bool, by: UUID) -> None:
    """For every yes from now on. Those given before keep the end that they were given with."""
    before = terms()
    if (before.months, before.asks_adult) == (months, asks_adult):
        return
    session.add(
        SharingTerms(
            months=months,
            asks_adult=asks_adult,
            text_version=before.text_version,
            set_by_id=by,
        )
    )
    session.flush()
