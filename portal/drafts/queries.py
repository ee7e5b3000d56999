"""What somebody began to write and did not send."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from portal.db import session
from portal.drafts.models import Draft


def draft_of(me: UUID, about: UUID, form: str) -> Draft | None:
    """What was kept for this form, on whatever device."""
    found = select(Draft).where(
        Draft.author_id == me, Draft.care_leaver_id == about, Draft.form == form
    )
    return session.scalars(found).one_or_none()
