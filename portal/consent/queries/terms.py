"""What the council set about choices, and until when somebody's yes needs an adult's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from portal.accounts.models import CareLeaver
from portal.consent import lasting
from portal.consent.models import NamedAdult, SharingTerms
from portal.db import now, session

FIRST_TEXTS = "1"


@dataclass(frozen=True)
class Terms:
    months: int = 12
    asks_adult: bool = False
    text_version: str = FIRST_TEXTS


def terms() -> Terms:
    """Those set last; before any were, a year and no adult."""
    newest = session.scalars(select(SharingTerms).order_by(SharingTerms.id.desc()).limit(1)).first()
    if newest is None:
        return Terms()
    return Terms(newest.months, newest.asks_adult, newest.text_version)


def usual_end() -> datetime:
    """Where a yes of this instant ends, unless a shorter one is wished."""
    return lasting.in_months(now(), terms().months)


def adult_of(care_leaver_id: UUID) -> NamedAdult | None:
    """Who also says yes to theirs, now."""
    named = (
        select(NamedAdult)
        .where(
            NamedAdult.care_leaver_id == care_leaver_id,
            NamedAdult.start_at <= now(),
            NamedAdult.end_at > now(),
        )
        .order_by(NamedAdult.start_at.desc(), NamedAdult.id)
    )
    return session.scalars(named.limit(1)).first()


def adult_until(care_leaver_id: UUID) -> datetime | None:
    """Until when a yes of this instant needs the named adult's; none for whoever has none."""
    born_on = session.get_one(CareLeaver, care_leaver_id).born_on
    if born_on is None or not terms().asks_adult or adult_of(care_leaver_id) is None:
        return None
    birthday = lasting.eighteenth(born_on)
    return birthday if birthday > now() else None
