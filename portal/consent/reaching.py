"""How far a record reaches: the predicates of which the table of `visibility` is made.

Only the rule imports this.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver
from portal.accounts.viewers import CareLeaverViewer
from portal.consent import facts
from portal.consent.asking import constant, earlier
from portal.db import Viewer, unruled

Row = Any
Yes = ColumnElement[bool]

UNCONFIRMED_FOR = 28  # days


def not_gone(viewer: Viewer, row: Row) -> Yes:
    """`only_me` opens to nobody once its care leaver died or left; what was written down for
    somebody and never confirmed is gone after 28 days."""
    in_time = row.made_at > earlier(viewer.now, UNCONFIRMED_FOR)
    kept = or_(confirmed(viewer, row), in_time)
    here = facts.still_here(viewer.now, row.care_leaver_id)
    return and_(kept, or_(row.reach != constant(Reach.ONLY_ME), here))


def wider(row: Row, reach: Reach) -> Yes:
    wider: Yes = row.reach.in_([constant(each) for each in reach.and_wider])
    return wider


def confirmed(viewer: Viewer, row: Row) -> Yes:
    return or_(row.written_down_by_id.is_(None), row.confirmed_at <= viewer.now)


def own_words(row: Row) -> Yes:
    own: Yes = row.author_id.is_not_distinct_from(row.care_leaver_id)
    return own


def open_to_themselves(viewer: CareLeaverViewer, row: Row) -> Yes:
    own = own_words(row)
    if viewer.known_since is not None:
        own = and_(
            own, or_(row.reach != constant(Reach.ONLY_ME), row.made_at >= viewer.known_since)
        )
    released = and_(row.released_at <= viewer.now, confirmed(viewer, row))
    return or_(own, and_(~own_words(row), released))


def shared_with(viewer: Viewer, row: Row, team_id: Any) -> Yes:
    chosen = and_(
        row.reach == constant(Reach.CHOSEN),
        facts.said_yes(viewer.now, row.care_leaver_id, team_id, row.topic_id),
    )
    locked = and_(
        wider(row, Reach.MY_TEAM),
        ~own_words(row),
        facts.locked_open(viewer.now, team_id, row.topic_id, row.made_at),
    )
    return and_(row.topic_id.is_not(None), or_(chosen, locked))


def in_leaving_care(viewer: Viewer, row: Row, reach: Reach) -> Yes:
    """Held by leaving care at this reach or wider, or shared with leaving care by another team."""
    held, person = facts.held_by_leaving_care(viewer.now, row.held_by_id), unruled(CareLeaver)
    whose = select(person.team_id).where(person.id == row.care_leaver_id)
    team = facts.apart(whose, person).scalar_subquery()
    return or_(and_(held, wider(row, reach)), and_(~held, shared_with(viewer, row, team)))


def as_practitioner(viewer: Viewer, row: Row, team_id: Any) -> Yes:
    held = facts.held_by(viewer.now, row.held_by_id, team_id)
    opened = or_(
        and_(held, wider(row, Reach.MY_TEAM)),
        and_(~held, shared_with(viewer, row, team_id)),
    )
    return and_(confirmed(viewer, row), opened)
