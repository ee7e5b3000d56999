from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from portal.accounts.models import Staff
from portal.db import acting_as, clock, session
from portal.records import files, tidying
from portal.records.models import Import
from portal.records.stages import Stage, stage_of
from tests.conftest import SignedInAs
from tests.records.arriving import Desk, keeper, the_import
from tests.records.at_the_page import hand_in_notes
from tests.records.extracts import a_note


def handed_in_long_ago(found: Import, ago: timedelta) -> None:
    with acting_as(keeper(), writes=True):
        session.get_one(Import, found.id).asked_at = clock() - ago


def test_a_file_that_nobody_went_on_with_goes_after_a_day(
    lcs: Desk, importer: Staff, signed_in: SignedInAs
) -> None:
    address = hand_in_notes(signed_in(importer), a_note("N1", "A1"))
    upload = files.folder() / f"{address.rsplit('/', 1)[1]}.csv"
    with acting_as(keeper()):
        found = session.scalars(select(Import)).one()
    handed_in_long_ago(found, timedelta(hours=23))
    tidying.forget_uploads()
    assert upload.exists()
    handed_in_long_ago(found, timedelta(hours=24))
    tidying.forget_uploads()

    assert not upload.exists()
    assert the_import(found.id).fault == tidying.NOBODY_WENT_ON


def test_a_file_that_no_import_knows_of_goes(lcs: Desk) -> None:
    files.folder().mkdir(exist_ok=True)
    left_behind = files.folder() / "left-behind.csv"
    left_behind.write_text("note_id\n1\n")
    tidying.forget_uploads()

    assert not left_behind.exists()


def test_the_file_of_a_command_stays_where_it_is(lcs: Desk) -> None:
    path = lcs.file([a_note("N1", "A1")])
    found = the_import(lcs.hand_in(path))
    handed_in_long_ago(found, timedelta(days=7))
    tidying.forget_uploads()

    assert path.exists()
    assert stage_of(the_import(found.id)) is Stage.ENDED
    assert the_import(found.id).fault == tidying.COULD_NOT
