from __future__ import annotations

from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select, update

from portal import jobs
from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import StaffViewer
from portal.db import acting_as, clock, session
from portal.records import background, bringing_in
from portal.records.models import WaitingRow
from tests.cast import Town
from tests.records.arriving import Desk, counts, keeper, known_as, records_of, seen_by
from tests.records.extracts import a_note


def waiting() -> int:
    with acting_as(keeper()):
        return session.scalar(select(func.count()).select_from(WaitingRow)) or 0


def time_passes_for_what_waits(days: int) -> None:
    with acting_as(keeper(), writes=True):
        session.execute(update(WaitingRow).values(waiting_since=clock() - timedelta(days=days)))


def test_rows_of_somebody_who_is_not_here_wait_and_nobody_sees_them(
    lcs: Desk, town: Town, jo: Staff, priya: Staff, dev: Staff
) -> None:
    lcs.bring_in(a_note("N1", "X9"))

    assert waiting() == 1
    assert [seen_by(person) for person in (jo, priya, dev)] == [[], [], []]
    for person in (jo, priya, dev, town.ada):
        with acting_as(StaffViewer(now=clock(), staff_id=person.id)):
            assert session.scalars(select(WaitingRow)).all() == []


def test_they_join_when_the_person_is_added(lcs: Desk, amina: CareLeaver, jo: Staff) -> None:
    lcs.bring_in(a_note("N1", "X9", "Before she came."), a_note("N2", "X8"))
    known_as(amina, "X9")
    background.join_waiting.do()
    (record,) = records_of(amina)

    assert (record.foreign_id, record.text, record.version) == ("N1", "Before she came.", 1)
    assert (waiting(), seen_by(jo)) == (1, ["N1"])


def test_they_join_at_once_when_the_person_is_added_on_a_page(
    app: Flask, lcs: Desk, amina: CareLeaver
) -> None:
    lcs.bring_in(a_note("N1", "X9"))
    with app.test_request_context("/"):
        jobs.hold()
        known_as(amina, "X9")
        assert waiting() == 1
        jobs.let_go(really=True)

    assert (waiting(), len(records_of(amina))) == (0, 1)


def test_the_same_file_after_they_joined_changes_nothing(lcs: Desk, amina: CareLeaver) -> None:
    lcs.bring_in(a_note("N1", "X9"))
    known_as(amina, "X9")
    bringing_in.join_waiting()
    found = lcs.bring_in(a_note("N1", "X9"))

    assert counts(found) == {"unchanged": 1}


def test_they_join_by_the_next_import_as_well(lcs: Desk, amina: CareLeaver) -> None:
    lcs.bring_in(a_note("N1", "X9"))
    known_as(amina, "X9")
    found = lcs.bring_in(a_note("N1", "X9"))

    assert counts(found) == {"new": 1}
    assert (waiting(), len(records_of(amina))) == (0, 1)


def test_a_person_of_the_same_id_in_another_system_is_somebody_else(
    lcs: Desk, amina: CareLeaver
) -> None:
    lcs.bring_in(a_note("N1", "X9"))
    known_as(amina, "X9", "Homes")
    bringing_in.join_waiting()

    assert (waiting(), records_of(amina)) == (1, [])


def test_a_waiting_row_that_was_rewritten_waits_once_with_its_new_words(
    lcs: Desk, amina: CareLeaver
) -> None:
    lcs.bring_in(a_note("N1", "X9", "First."))
    lcs.bring_in(a_note("N1", "X9", "Second."))
    known_as(amina, "X9")

    assert waiting() == 1
    assert bringing_in.join_waiting() == 1
    assert [one.text for one in records_of(amina)] == ["Second."]


def test_more_rows_than_are_taken_at_once_join_too(lcs: Desk, amina: CareLeaver) -> None:
    lcs.bring_in(*(a_note(f"N{number}", "X9") for number in range(1_200)))
    known_as(amina, "X9")

    assert bringing_in.join_waiting() == 1_200
    assert (waiting(), len(records_of(amina))) == (0, 1_200)


def test_they_go_after_ninety_days_and_not_before(lcs: Desk) -> None:
    lcs.bring_in(a_note("N1", "X9"))
    time_passes_for_what_waits(89)
    assert bringing_in.forget_waiting() == 0
    time_passes_for_what_waits(90)

    assert bringing_in.forget_waiting() == 1
    assert waiting() == 0
