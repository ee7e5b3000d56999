"""No page that shows somebody what is shared reads everybody's records to find theirs."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import insert

from portal.accounts.about import Reach
from portal.accounts.viewers import Counting, Housekeeping
from portal.consent.models import Choice
from portal.db import acting_as, clock, current_database
from portal.records.models import CaseRecord
from portal.voice.models import Entry, Waiting
from tests.bench import person_world, sharing_world
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import a_source, yes_to
from tests.sharing.plans import listening, read_whole

PAGES = ("/sharing/", "/sharing/{housing}/seen/", "/sharing/teams/{housing}/", "/sharing/history/")


@pytest.fixture(autouse=True)
def crowd(town: Town) -> None:
    """Amina among many: so many that no database would read them all to find what is hers."""
    if current_database().engine.dialect.name == "postgresql":
        pytest.skip("Skipped: PostgreSQL plans by what other tests left behind in the tables.")
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        yes_to(town.teams.housing, town.topics[3], town.amina)
        person_world.fill(
            town.amina, a_source("LCS", town.teams.leaving_care), 20, Reach.CHOSEN, town.topics
        )
        sharing_world.others(town, 500)
        asking.execute(insert(Waiting), [_answered(town) for _ in range(1000)])
    with current_database().engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")


def _answered(town: Town) -> dict[str, Any]:
    """Something of Tyler's that waited for an answer, and got one."""
    about = {"care_leaver_id": town.tyler.id, "held_by_id": town.teams.leaving_care.id}
    when = {"due_on": date(2026, 11, 2), "read_at": clock(), "answered_at": clock()}
    return {"id": uuid4(), "answers_to": uuid4(), "reach": Reach.MY_TEAM} | about | when


def test_her_pages_go_by_an_index(signed_in: SignedInAs, town: Town) -> None:
    engine, phone = current_database().engine, signed_in(town.amina)
    for page in PAGES:
        with listening(engine) as asked:
            assert phone.get(page.format(housing=town.teams.housing.id)).status_code == 200

        assert asked
        assert read_whole(engine, asked) == set(), page


@pytest.mark.parametrize("name", ["jo", "harriet"])
def test_her_page_at_a_desk_goes_by_an_index(signed_in: SignedInAs, town: Town, name: str) -> None:
    engine, desk = current_database().engine, signed_in(getattr(town, name))
    with listening(engine) as asked:
        assert desk.get(f"/people/{town.amina.id}/").status_code == 200

    assert asked
    assert read_whole(engine, asked) == set()


@pytest.mark.parametrize("name", ["jo", "harriet"])
def test_a_list_about_named_people_goes_by_an_index(asking: Asking, town: Town, name: str) -> None:
    engine = current_database().engine
    with asking(getattr(town, name)), listening(engine) as asked:
        sharing_world.listed([town.amina, town.tyler])

    assert read_whole(engine, asked) == set()


def test_figures_read_every_record_and_find_each_answer_by_an_index(town: Town) -> None:
    engine = current_database().engine
    with acting_as(Counting(now=clock())), listening(engine) as asked:
        sharing_world.figures()

    assert read_whole(engine, asked) <= {Entry.__tablename__, CaseRecord.__tablename__}


def test_a_table_that_is_read_whole_is_seen(town: Town) -> None:
    whole = f"SELECT id FROM {Choice.__tablename__}"

    assert read_whole(current_database().engine, [(whole, {})]) == {Choice.__tablename__}
