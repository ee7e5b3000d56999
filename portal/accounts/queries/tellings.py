"""What a care leaver was told about their account, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select

from portal.accounts.actions.telling import What
from portal.accounts.doors import ComingInAgain
from portal.accounts.models import Staff, Telling
from portal.db import now, session

WORDS = {
    What.ADVISER_BEGINS: "{about} is your PA now.",
    What.ADVISER_TO_COME: "Your PA changes. It will be {about}.",
    What.COVER_BEGINS: "{about} is there for you while your PA is away.",
    What.ADVISER_ENDS: "{about} is not your PA any more.",
    What.INVOLVED: "{about} works with you now.",
    What.INVOLVEMENT_ENDS: "{about} does not work with you any more.",
    What.WRONG_PINS: "Wrong PINs were typed on one of your phones. How many: {about}.",
    What.WRONG_KEYS: "Somebody opened a link to you and typed a wrong PIN or wrong words.",
    What.PHONE_ADDED: "Another phone came in as you, with your PIN or your recovery words.",
    What.PHONE_ENDED: "A phone was taken off your account. Nothing on it opens any more.",
    What.CAME_IN_AGAIN: "A phone came in as you without your PIN. A manager said that it was you.",
    What.NEW_PIN: "Your PIN was changed.",
    What.ASKED_FOR_A_MANAGER: "Somebody opened a link to you and has neither PIN nor words.",
    What.NEW_WORDS: "You have new recovery words. The old ones do not work any more.",
    What.LOCK_BEGINS: "By law we must share what staff write on {about}. Who sees what says why.",
    What.LOCK_ENDS: "We need not share {about} any more. You choose again, under Who sees what.",
    What.NEW_TEAM: "{about} is your leaving-care team now.",
    What.ALSO_STAFF: "We noted that you work here too, as {about}. At work you see nothing of you.",
    What.ADULT_ENDS: "{about} is not asked to say yes too any more.",
    What.NOT_NOW_NOTED: "{about} wrote down that you said not now. You can undo it here.",
    What.ADULT_NAMED: "Until you are 18, {about} is asked to say yes too when you say yes.",
    What.ADULT_AGREED: "{about} said yes too. Your yes counts now.",
    What.EMERGENCY: "{about} opened your record in an emergency, for 24 hours.",
    What.LOOK_ANSWERED: "{about} answered what you asked about a look. It is under Who looked.",
}
A_PAGE = 50


@dataclass(frozen=True)
class Told:
    words: str
    told_at: datetime
    is_new: bool


def all_told(skip: int = 0) -> list[Told]:
    """A page of it, the latest first."""
    return _told(select(Telling).offset(skip).limit(A_PAGE))


def how_many() -> int:
    return session.scalar(select(func.count()).select_from(Telling)) or 0


def not_yet_seen() -> list[Told]:
    """What they were told since they last said that they had read it, the latest first."""
    return _told(select(Telling).where(Telling.seen_at.is_(None)))


def how_many_new() -> int:
    unseen = select(func.count()).select_from(Telling).where(Telling.seen_at.is_(None))
    return session.scalar(unseen) or 0


def to_answer(care_leaver_id: UUID) -> Sequence[ComingInAgain]:
    """Those who came in again, to whom nobody has said yes or no."""
    return session.scalars(
        select(ComingInAgain)
        .where(
            ComingInAgain.care_leaver_id == care_leaver_id,
            ComingInAgain.opens_at > now(),
            ComingInAgain.agreed_at.is_(None),
            ComingInAgain.opposed_at.is_(None),
        )
        .order_by(ComingInAgain.asked_at.desc(), ComingInAgain.id)
    ).all()


def who_came_in_again() -> list[tuple[ComingInAgain, str]]:
    """Each time that a manager let somebody in, and who that was, the latest first."""
    found = session.execute(
        select(ComingInAgain, Staff.name)
        .join(Staff, Staff.id == ComingInAgain.confirmed_by_id)
        .order_by(ComingInAgain.confirmed_at.desc(), ComingInAgain.id)
        .limit(A_PAGE)
    )
    return [(asked, name) for asked, name in found]


def _told(asked: Select[Telling]) -> list[Told]:
    latest_first = asked.order_by(Telling.told_at.desc(), Telling.id)
    return [
        Told(WORDS[What(each.what)].format(about=each.about), each.told_at, each.seen_at is None)
        for each in session.scalars(latest_first)
    ]
