"""What the tests of choosing say again and again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.accounts.models import CareLeaver, Staff, Team, Topic
from portal.consent.actions.choosing import Wish, choose
from portal.consent.models import Choice, NamedAdult, Receipt, SharingTerms
from portal.consent.receipts import TextShown
from portal.db import now, session

SHOWN = TextShown("en", "1", "A yes ends by itself, on the day that you see.")


def yes(team: Team, topic: Topic, **more: object) -> Wish:
    return Wish(is_yes=True, team_id=team.id, topic_id=topic.id, **more)  # type: ignore[arg-type]


def not_now(team: Team, topic: Topic) -> Wish:
    return Wish(is_yes=False, team_id=team.id, topic_id=topic.id)


def chosen(by: CareLeaver, *wishes: Wish, key: UUID | None = None) -> Receipt | None:
    return choose(by.id, key or uuid4(), wishes, SHOWN)


def every_choice() -> Sequence[Choice]:
    return session.scalars(select(Choice).order_by(Choice.id)).all()


def terms_of(by: Staff, **more: object) -> SharingTerms:
    terms = SharingTerms(**({"text_version": "1", "set_by_id": by.id, "months": 12} | more))
    session.add(terms)
    session.flush()
    return terms


def an_adult(named: Staff, for_: CareLeaver, by: Staff, end_at: object) -> NamedAdult:
    adult = NamedAdult(
        care_leaver_id=for_.id,
        staff_id=named.id,
        named_by_id=by.id,
        start_at=now(),
        end_at=end_at,
    )
    session.add(adult)
    session.flush()
    return adult
