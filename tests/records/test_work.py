from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.records import work
from portal.records.rules import Rule
from portal.records.stages import Stage, stage_of
from tests.cast import Town
from tests.records.arriving import (
    Desk,
    a_mapping,
    a_source,
    counts,
    known_as,
    records_of,
    seen_by,
    the_import,
)
from tests.records.extracts import a_note, as_csv


def test_a_rehearsal_counts_and_changes_nothing(lcs: Desk, amina: CareLeaver) -> None:
    found = lcs.rehearse(a_note("N1", "A1"), a_note("N2", "X9"), a_note("N3", "A1", "=1"))

    assert counts(found) == {"new": 1, "waiting": 1, "refused": 1}
    assert found.problems == [[4, "note", Rule.FORMULA]]
    assert (stage_of(found), found.rows_in_file) == (Stage.REHEARSED, 3)
    assert records_of(amina) == []


def test_what_was_rehearsed_is_what_comes_in(lcs: Desk, amina: CareLeaver) -> None:
    found = lcs.bring_in(a_note("N1", "A1", "She likes it."), a_note("N2", "A1", "=1"))
    (record,) = records_of(amina)

    assert counts(found) == {"new": 1, "refused": 1}
    assert (record.text, record.happened_on) == ("She likes it.", date(2026, 3, 3))
    assert (record.reach, record.released_at, record.topic_id) == (Reach.MY_TEAM, None, None)


def test_the_same_file_twice_changes_nothing(lcs: Desk, amina: CareLeaver) -> None:
    rows = [a_note("N1", "A1"), a_note("N2", "T1"), a_note("N3", "X9")]
    lcs.bring_in(*rows)
    before = [(one.id, one.version, one.made_at) for one in records_of(amina)]
    found = lcs.bring_in(*rows)

    assert counts(found) == {"unchanged": 2, "waiting": 1}
    assert [(one.id, one.version, one.made_at) for one in records_of(amina)] == before


def test_a_note_that_was_rewritten_is_the_same_record_in_a_new_version(
    lcs: Desk, amina: CareLeaver
) -> None:
    lcs.bring_in(a_note("N1", "A1", "First."), a_note("N2", "A1", "Stays."))
    (before, stays) = records_of(amina)
    found = lcs.bring_in(a_note("N1", "A1", "Second."), a_note("N2", "A1", "Stays."))
    (after, still) = records_of(amina)

    assert counts(found) == {"changed": 1, "unchanged": 1}
    assert (after.id, after.text, after.version) == (before.id, "Second.", 2)
    assert (still.id, still.version) == (stays.id, 1)


def test_a_note_that_was_about_tyler_all_along_leaves_amina(
    lcs: Desk, amina: CareLeaver, tyler: CareLeaver
) -> None:
    lcs.bring_in(a_note("N1", "A1"))
    found = lcs.bring_in(a_note("N1", "T1"))

    assert counts(found) == {"changed": 1}
    assert (len(records_of(amina)), len(records_of(tyler))) == (0, 1)


def test_a_note_that_is_about_somebody_unknown_leaves_amina_and_waits(
    lcs: Desk, amina: CareLeaver
) -> None:
    lcs.bring_in(a_note("N1", "A1"))
    found = lcs.bring_in(a_note("N1", "X9"))

    assert counts(found) == {"waiting": 1}
    assert records_of(amina) == []


def test_ids_are_matched_within_their_source(lcs: Desk, town: Town, amina: CareLeaver) -> None:
    lcs.bring_in(a_note("N1", "A1", "From leaving care."))
    other = Desk(lcs.folder, a_source(town.teams.housing, "Homes"), lcs.mapping)
    known_as(amina, "A1", "Homes")
    found = other.bring_in(a_note("N1", "A1", "From housing."))
    of_housing, own = sorted(records_of(amina), key=lambda one: one.text)

    assert counts(found) == {"new": 1}
    assert (of_housing.held_by_id, of_housing.reach) == (town.teams.housing.id, Reach.CHOSEN)
    assert own.held_by_id == town.teams.leaving_care.id


def test_a_note_can_name_its_topic(lcs: Desk, town: Town, amina: CareLeaver) -> None:
    lcs.mapping = a_mapping("With topics", topic="note_type")
    lcs.bring_in(a_note("N1", "A1", note_type="Home"), a_note("N2", "A1", note_type="Visit"))
    home = next(topic for topic in town.topics if topic.name == "home")

    assert [one.topic_id for one in records_of(amina)] == [home.id, None]


def test_jo_sees_what_came_in_and_harriet_does_not(
    lcs: Desk, amina: CareLeaver, jo: Staff, harriet: Staff
) -> None:
    lcs.bring_in(a_note("N1", "A1"))

    assert (seen_by(jo), seen_by(harriet)) == (["N1"], [])


def test_a_standard_file_needs_no_mapping(lcs: Desk, amina: CareLeaver) -> None:
    path = lcs.folder / "person.csv"
    path.write_bytes(
        as_csv([("A1", "F", "02/05/2006")], ("pers_person_id", "pers_sex", "pers_dob"))
    )
    import_id = lcs.hand_in(path, standard=True)
    work.carry_on(import_id)
    lcs.let_in(the_import(import_id))

    assert [one.foreign_id for one in records_of(amina)] == ["ssd_person:A1"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"note_id,lcs_id\n1,A1\n"])
def test_a_file_that_cannot_be_read_ends_its_import_and_says_why(lcs: Desk, content: bytes) -> None:
    path = lcs.folder / "bad.csv"
    path.write_bytes(content)
    import_id = lcs.hand_in(path)
    work.carry_on(import_id)
    found = the_import(import_id)

    assert (stage_of(found), found.rows_done) == (Stage.ENDED, 0)
    assert found.fault


def test_a_file_that_was_taken_away_ends_its_import(lcs: Desk) -> None:
    import_id = lcs.hand_in(Path("/nowhere/notes.csv"))
    work.carry_on(import_id)

    assert the_import(import_id).fault == "The file is no longer there. Choose it again."
