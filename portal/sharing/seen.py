"""The page about me as a team sees it: the questions that staff's page asks, asked as the team."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from portal.accounts.models import CareLeaver
from portal.casefile import timeline
from portal.casefile.about import About
from portal.casefile.filters import Filters
from portal.casefile.showing import Shown
from portal.casefile.timeline import Page
from portal.casefile.why import why_here
from portal.consent.unreleased import sees_more
from portal.sharing.previewing import looking_as


@dataclass(frozen=True)
class Seen:
    """What they see; `more` says only that they have things which were not released to me."""

    shown: Shown
    page: Page
    more: bool


def seen_by(team_id: UUID, me: UUID, wanted: Filters) -> Seen:
    why = why_here(me, team_id)
    with looking_as(team_id, me) as asking:
        person = asking.get_one(CareLeaver, me)
        who = About(person=person, me=None, others=[], team_id=team_id, why=why)
        page = timeline.page_of(me, wanted, since=None)
        return Seen(Shown.of(who, wanted, page, since=None), page, sees_more())
