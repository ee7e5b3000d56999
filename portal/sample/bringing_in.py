"""Brings the extracts of the sample council in, through the importer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, now, session
from portal.records import actions, work
from portal.records.models import Mapping, Source
from portal.sample.cast import DEV
from portal.sample.layouts import LAYOUTS
from portal.sample.staffing import Staffing

PUBLISHED = ("ssd_person", "ssd_care_leavers")


def bring_in(made: Staffing, folder: Path) -> None:
    """Every file of the folder, each from its own source."""
    for import_id in _handed_in(made, folder):
        work.carry_on(import_id)


def _handed_in(made: Staffing, folder: Path) -> Iterator[UUID]:
    for system, layout in LAYOUTS.items():
        source = made.sources[system]
        mapping = Mapping(name=f"{source.name} notes", columns=layout.mapping, made_by_id=DEV.id)
        yield _hand_in(source, folder / f"{system}.csv", mapping)
    for name in PUBLISHED:
        yield _hand_in(made.sources["lcs"], folder / f"{name}.csv", None)


def _hand_in(source: Source, path: Path, mapping: Mapping | None) -> UUID:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        if mapping:
            session.add(mapping)
            session.flush()
        found = actions.hand_in_by_command(
            source, str(path), file_name=path.name, mapping=mapping, staff_id=DEV.id
        )
        # These files are made by the portal itself: a rehearsal would find nothing.
        found.rehearsed_at = now()
        actions.let_in(found)
        return found.id
