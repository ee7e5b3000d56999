"""Looking as a team would: asked of the rule itself, as that team, in a session of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.accounts.models import CareLeaver, Team
from portal.accounts.viewers import Preview
from portal.consent.actions.choosing import Wish, choose
from portal.consent.receipts import TextShown
from portal.db import acting_as, now, session, supposing
from portal.sharing.things import Thing, in_sight
from portal.web.dates import on_day
from portal.web.words import count

NOTHING_SHOWN = TextShown(language="", version="", text="")
Days = dict[Thing, date | None]


@contextmanager
def looking_as(team_id: UUID, me: UUID) -> Iterator[Session]:
    """From here on, see of mine what somebody of this team who works with me would see."""
    with acting_as(Preview(now=now(), team_id=team_id, care_leaver_id=me)) as looking:
        yield looking


@dataclass(frozen=True)
class Difference:
    """What one team would see more and less of, each with the day of the oldest."""

    team_id: UUID
    team: str
    more: int
    fewer: int
    more_from: date | None
    fewer_from: date | None

    @property
    def words(self) -> str:
        """ "3 things more, from Monday 2 March on"."""
        more = _counted(self.more, "more", self.more_from)
        fewer = _counted(self.fewer, "fewer", self.fewer_from)
        return ". ".join(each for each in (more, fewer) if each) or "Nothing more, nothing fewer"


def would_change(me: UUID, wishes: Sequence[Wish]) -> list[Difference]:
    """What each team would see more or less of if these were chosen. Nothing is chosen by it.

    Not for the own leaving-care team: it sees what it holds anyway, and nobody there is asked
    whether it looks as another team would.
    """
    teams, topics = _teams(me, wishes), {each.topic_id for each in wishes if each.topic_id}
    if not teams:
        return []
    with supposing():
        before = {team.id: _seen(me, team.id, topics) for team in teams}
        choose(me, uuid4(), wishes, NOTHING_SHOWN)
        after = {team.id: _seen(me, team.id, topics) for team in teams}
    return [_difference(team, before[team.id], after[team.id]) for team in teams]


def _teams(me: UUID, wishes: Iterable[Wish]) -> Sequence[Team]:
    named = {each.team_id for each in wishes if each.team_id}
    own = select(CareLeaver.team_id).where(CareLeaver.id == me)
    others = select(Team).where(Team.id.in_(named), Team.id.not_in(own))
    return session.scalars(others.order_by(Team.name, Team.id)).all()


def _seen(me: UUID, team_id: UUID, topic_ids: Collection[UUID]) -> Days:
    with looking_as(team_id, me):
        return in_sight(me, topic_ids)


def _difference(team: Team, before: Days, after: Days) -> Difference:
    more = {thing: day for thing, day in after.items() if thing not in before}
    fewer = {thing: day for thing, day in before.items() if thing not in after}
    return Difference(team.id, team.name, len(more), len(fewer), _oldest(more), _oldest(fewer))


def _oldest(days: Days) -> date | None:
    return min((day for day in days.values() if day), default=None)


def _counted(number: int, how: str, oldest: date | None) -> str:
    if not number:
        return ""
    since = f", from {on_day(oldest)} on" if oldest else ""
    return f"{count(number, 'thing')} {how}{since}"
