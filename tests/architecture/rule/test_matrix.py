from __future__ import annotations

import pytest

from portal.db import acting_as
from tests.architecture.rule.asking import seen_by, viewer
from tests.architecture.rule.everything import Everything
from tests.architecture.rule.plain import Asker
from tests.architecture.rule.rows import RECORDS
from tests.architecture.rule.shapes import SHAPES
from tests.architecture.rule.small import AMINA, EVERYBODY, HARRIET, JO, TYLER

# What is seen differs between these; the other askers put their questions in the commonest ways.
TELLING = tuple(asker for asker in EVERYBODY if asker.who in (JO, HARRIET, AMINA, TYLER))
IN_FULL = ("column", "exists", "update, returning")


def named(asker: Asker) -> str:
    return f"{asker.kind} {asker.who.hex[-3:] if asker.who else asker.name}"


@pytest.mark.parametrize("asker", EVERYBODY, ids=named)
def test_each_class_in_each_state_is_seen_by_whom_the_table_names(
    every_cell: Everything, asker: Asker
) -> None:
    wanted, seen = every_cell.seen_by(asker), seen_by(asker)

    assert seen - wanted == set()
    assert wanted - seen == set()


@pytest.mark.parametrize("name", ["Entry", "Reply"])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_way_of_asking_shows_more_or_less(every_cell: Everything, shape: str, name: str) -> None:
    for asker in TELLING if shape not in IN_FULL else EVERYBODY:
        wanted = {id_ for cls, id_ in every_cell.seen_by(asker) if cls == name}
        with acting_as(viewer(asker), writes=True) as session:
            found = SHAPES[shape](session, RECORDS[name])
            session.rollback()

        assert found == (len(wanted) if isinstance(found, int) else wanted), asker


def test_one_at_a_time_is_as_all_at_once(every_cell: Everything) -> None:
    tries = every_cell.council.world.records[::37]
    for asker in EVERYBODY:
        wanted = every_cell.seen_by(asker)
        with acting_as(viewer(asker)) as session:
            found = {(r.cls, r.id) for r in tries if session.get(RECORDS[r.cls], r.id)}

        assert found == {(r.cls, r.id) for r in tries} & wanted, asker
