from __future__ import annotations

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.models import Account, Allocation, Away
from portal.accounts.viewers import Housekeeping, StaffViewer
from portal.casefile.models import LastLooked
from portal.db import acting_as, clock, current_database, session
from portal.promises.models import Promise, PromiseChange
from portal.records.models import CaseRecord, Import
from portal.sample.cast import JO, PRIYA
from portal.sample.fill import Plan, fill, is_empty
from portal.sample.how import How
from portal.sample.people import person
from portal.sample.year import Year, year_of
from tests.databases import empty
from tests.sample.conftest import PLAN, say_nothing


def case_records() -> list[tuple[object, ...]]:
    with acting_as(Housekeeping(now=clock(), name="import")):
        asked = select(
            CaseRecord.care_leaver_id,
            CaseRecord.foreign_id,
            CaseRecord.happened_on,
            CaseRecord.title,
            CaseRecord.text,
            CaseRecord.author_name,
        )
        return [tuple(row) for row in session.execute(asked.order_by(CaseRecord.foreign_id))]


def accounts() -> set[object]:
    with acting_as(Housekeeping(now=clock(), name="import")):
        return set(session.scalars(select(Account.id)))


def covers_and_looks() -> set[object]:
    with acting_as(Housekeeping(now=clock(), name="reminder")):
        covers = session.execute(select(Allocation.id, Allocation.staff_id, Allocation.is_cover))
        found: set[object] = {tuple(row) for row in covers} | set(session.scalars(select(Away.id)))
    with acting_as(StaffViewer(now=clock(), staff_id=JO.id)):
        return found | set(session.scalars(select(LastLooked.id)))


def a_year(number: int, seed: int = 7) -> Year:
    return year_of(seed, person(seed, number, PLAN.until), "Jo", PLAN.until, 40)


def test_the_same_seed_makes_the_same_council(dalesmoor: Plan) -> None:
    before = case_records(), accounts(), covers_and_looks()
    empty(current_database().engine)
    fill(dalesmoor, told=say_nothing)

    assert (case_records(), accounts(), covers_and_looks()) == before


@pytest.mark.usefixtures("app")
def test_the_same_seed_tells_the_same_year_and_another_seed_another() -> None:
    assert a_year(5) == a_year(5)
    assert a_year(5) != a_year(5, seed=8)


def test_there_are_as_many_records_as_were_asked_for(dalesmoor: Plan) -> None:
    assert len(case_records()) == dalesmoor.records


@pytest.mark.usefixtures("dalesmoor")
def test_the_records_came_in_through_the_importer_and_none_was_refused() -> None:
    with acting_as(Housekeeping(now=clock(), name="import")):
        imports = session.scalars(select(Import)).all()

    assert len(imports) == 6
    assert all(done.ended_at and not done.fault for done in imports)
    assert sum(done.refused + done.waiting for done in imports) == 0


@pytest.mark.usefixtures("dalesmoor")
def test_priya_sees_promises_that_are_kept_open_and_changed() -> None:
    with acting_as(StaffViewer(now=clock(), staff_id=PRIYA.id)):
        promises = session.scalars(select(Promise)).all()
        changes = session.scalars(select(PromiseChange)).all()

    assert any(promise.kept_at for promise in promises)
    assert any(not promise.kept_at for promise in promises)
    assert all(change.reason for change in changes)
    assert changes


@pytest.mark.usefixtures("app")
def test_something_is_changed_taken_back_written_down_and_kept_from_a_pa() -> None:
    said = [said for number in range(200) for said in a_year(number).said]

    assert {each.how for each in said} == set(How)
    assert {"en", "ar", "ti", "pl"} <= {each.language for each in said}


@pytest.mark.usefixtures("app")
def test_aminas_damp_wall_is_told_from_both_sides() -> None:
    year = a_year(0)
    damp = [note for note in year.noted if "amp" in note.title]

    assert {note.system for note in damp} == {"lcs", "housing"}
    assert any(said.topic == "home" for said in year.said)


@pytest.mark.usefixtures("app")
def test_nothing_happens_after_the_last_day() -> None:
    years = [a_year(number) for number in range(30)]

    assert all(note.on <= PLAN.until for year in years for note in year.noted)
    assert all(said.at.date() <= PLAN.until for year in years for said in year.said)


def test_a_council_that_has_people_is_left_alone(app: Flask, dalesmoor: Plan) -> None:
    before = accounts()

    answer = app.test_cli_runner().invoke(args=["sample-data"])

    assert "Nothing was done" in answer.output
    assert accounts() == before


def test_the_command_makes_a_council_of_the_size_that_was_asked_for(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(
        args=["sample-data", "--people", "4", "--records", "60", "--seed", "3"]
    )

    assert answer.exit_code == 0, answer.output
    assert not is_empty()
    assert len(case_records()) == 60
