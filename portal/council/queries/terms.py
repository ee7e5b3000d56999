"""Who set which terms, and when."""

from __future__ import annotations

from sqlalchemy import select

from portal.accounts.models import Staff
from portal.consent.models import SharingTerms
from portal.db import session

A_PAGE = 20


def set_before() -> list[tuple[SharingTerms, str]]:
    """The latest first, each with who set it."""
    found = session.execute(
        select(SharingTerms, Staff.name)
        .join(Staff, Staff.id == SharingTerms.set_by_id)
        .order_by(SharingTerms.id.desc())
        .limit(A_PAGE)
    )
    return [(terms, name) for terms, name in found]
