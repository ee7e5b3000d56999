from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import UUID

from portal.accounts.models import CareLeaver
from portal.config import ROOT
from portal.db import acting_as, current_database, session
from portal.records import actions, tidying, work
from portal.records.extract import BATCH
from portal.records.models import Import
from portal.records.stages import Stage, stage_of
from tests.records.arriving import Desk, counts, keeper, records_of, the_import
from tests.records.extracts import a_note

ROWS = 4 * BATCH
BY_ITSELF = """
import sys
from pathlib import Path
from uuid import UUID
from portal import config, db, parts
from portal.consent import beneath
from portal.records import work
from tests.councils import westmoor
beneath.lay()
config.use(westmoor(Path(sys.argv[1])))
db.use(db.Database(sys.argv[2]))
work.carry_on(UUID(sys.argv[3]))
"""


def killed_in_the_middle(import_id: UUID, folder: Path) -> int:
    """Have another process work on it, kill it once it has begun, say how many rows are done."""
    url = current_database().engine.url.render_as_string(hide_password=False)
    arguments = [sys.executable, "-c", BY_ITSELF, str(folder), url, str(import_id)]
    before = the_import(import_id).rows_done
    process = subprocess.Popen(arguments, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})
    until = time.monotonic() + 60
    while the_import(import_id).rows_done == before and time.monotonic() < until:
        assert process.poll() in (None, 0)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return the_import(import_id).rows_done


def test_an_import_that_was_killed_goes_on_where_it_stopped_and_does_no_row_twice(
    lcs: Desk, amina: CareLeaver, tmp_path: Path
) -> None:
    import_id = lcs.hand_in(lcs.file(a_note(f"N{number}", "A1") for number in range(ROWS)))
    while_rehearsing = killed_in_the_middle(import_id, tmp_path)
    work.carry_on(import_id)
    with acting_as(keeper(), writes=True):
        actions.let_in(session.get_one(Import, import_id))
    while_coming_in = killed_in_the_middle(import_id, tmp_path)
    work.carry_on(import_id)
    found = the_import(import_id)

    assert 0 < while_rehearsing <= ROWS
    assert 0 < while_coming_in <= ROWS
    assert (counts(found), found.rows_done) == ({"new": ROWS}, ROWS)
    assert len({one.foreign_id for one in records_of(amina)}) == ROWS


def test_whoever_comes_late_to_an_import_leaves_it_to_who_is_ahead(
    lcs: Desk, amina: CareLeaver
) -> None:
    import_id = lcs.hand_in(lcs.file(a_note(f"N{number}", "A1") for number in range(2 * BATCH)))
    late = work._task(import_id)
    work.carry_on(import_id)
    assert late is not None
    with Path(late.file_path or "").open("rb") as file:
        came_to_the_end = work._all_batches(late, file, lambda done, of: None)
    found = the_import(import_id)

    assert not came_to_the_end
    assert (stage_of(found), counts(found)) == (Stage.REHEARSED, {"new": 2 * BATCH})


def test_what_was_left_unfinished_is_found_again(lcs: Desk) -> None:
    waits = lcs.rehearse(a_note("N1", "A1"))
    left = lcs.hand_in(lcs.file([a_note("N1", "A1")]))

    assert list(tidying.unfinished()) == [left]
    with acting_as(keeper(), writes=True):
        actions.let_in(session.get_one(Import, waits.id))
    assert set(tidying.unfinished()) == {left, waits.id}


def test_asking_twice_for_an_import_asks_once(lcs: Desk, amina: CareLeaver) -> None:
    found = lcs.rehearse(a_note("N1", "A1"))
    for _ in range(2):
        with acting_as(keeper(), writes=True):
            actions.let_in(session.get_one(Import, found.id))
    work.carry_on(found.id)
    work.carry_on(found.id)

    assert counts(the_import(found.id)) == {"new": 1}
