"""Which choices, and what belongs to them, staff see: a part of the rule's second half."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from portal.accounts.about import RelatesToCareLeaver
from portal.accounts.viewers import StaffViewer
from portal.consent import facts
from portal.consent.models import Agreement, Choice, NamedAdult, WaitingChoice
from portal.db import unruled

Yes = ColumnElement[bool]
OF_CHOICES = frozenset({"Choice", "Agreement", "NamedAdult", "WaitingChoice"})


def staff_of_choices(viewer: StaffViewer, relation: type[RelatesToCareLeaver], at_home: Yes) -> Yes:
    """`at_home`: that this is their adviser or a manager of their leaving-care team."""
    me = viewer.staff_id
    if relation is WaitingChoice:
        return and_(WaitingChoice.recorded_by_id == me, at_home)
    if relation is NamedAdult:
        return or_(at_home, NamedAdult.staff_id == me)
    if relation is Agreement:
        return or_(at_home, Agreement.care_leaver_id.in_(named_for(viewer.now, me)))
    return or_(at_home, _to_my_team(viewer), _waits_for_me(viewer))


def named_for(now: Any, staff_id: UUID) -> Select[UUID]:
    """Whose named adult this member of staff is."""
    named = unruled(NamedAdult)
    return select(named.care_leaver_id).where(
        named.staff_id == staff_id, facts.lasts(now, named.start_at, named.end_at)
    )


def _to_my_team(viewer: StaffViewer) -> Yes:
    mine = facts.involvements_of(viewer.now, viewer.staff_id)
    return exists().where(
        mine.c.care_leaver_id == Choice.care_leaver_id, mine.c.team_id == Choice.team_id
    )


def _waits_for_me(viewer: StaffViewer) -> Yes:
    """A yes that asks for theirs too, while it stands: never a not now, and none of an adult."""
    mine = Choice.care_leaver_id.in_(named_for(viewer.now, viewer.staff_id))
    later = unruled(Choice)
    superseded = exists().where(
        later.care_leaver_id == Choice.care_leaver_id,
        later.team_id.is_not_distinct_from(Choice.team_id),
        later.topic_id.is_not_distinct_from(Choice.topic_id),
        later.purpose.is_not_distinct_from(Choice.purpose),
        later.id > Choice.id,
    )
    asked = and_(mine, Choice.is_yes, Choice.adult_until > viewer.now)
    return and_(asked, ~facts.apart(superseded, later))
