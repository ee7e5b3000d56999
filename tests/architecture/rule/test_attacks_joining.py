"""Ways of joining a guarded class to itself."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import func, lateral, select, true
from sqlalchemy.orm import aliased, join, outerjoin

from portal.accounts.models import Team
from portal.consent.beneath import JoinedAlias
from portal.db import Database, acting_as
from portal.voice.models import Entry
from tests.architecture.rule.asking import viewer
from tests.architecture.rule.instants import number
from tests.architecture.rule.small import JO_ASKS

OPEN = number(1001)
other = aliased(Entry)
same = other.held_by_id == Entry.held_by_id

JOINED: dict[str, Any] = {
    "a join of two": select(other.id).select_from(join(Entry, other, same)),
    "an outer join of two": select(other.id).select_from(outerjoin(Entry, other, same)),
    "a join to a team": select(other.id).select_from(
        join(Team, other, other.held_by_id == Team.id)
    ),
    "a join within a question": select(
        select(other.id).select_from(join(Entry, other, same)).subquery().c.id
    ),
    "a join whose columns came later": select(Entry.id)
    .join(other, same)
    .with_only_columns(other.id),
}


@pytest.mark.parametrize("way", JOINED)
def test_an_alias_shows_jo_nothing_that_is_not_his_in(small_council: Database, way: str) -> None:
    with acting_as(viewer(JO_ASKS)) as session:
        try:
            found = set(session.scalars(JOINED[way]))
        except JoinedAlias:
            found = {OPEN}

    assert found == {OPEN}


# Within LATERAL, SQLAlchemy takes the rule's own join by a condition for one without.
@pytest.mark.filterwarnings("ignore:SELECT statement has a cartesian product")
def test_a_lateral_question_is_ruled_like_any_other(small_council: Database) -> None:
    if small_council.engine.dialect.name == "sqlite":
        pytest.skip("Skipped: SQLite has no LATERAL.")
    of_team = lateral(select(Entry.id).where(Entry.held_by_id == Team.id))
    counted = select(func.count(of_team.c.id)).select_from(Team).join(of_team, true())
    with acting_as(viewer(JO_ASKS)) as session:
        assert session.scalar(counted) == 1
