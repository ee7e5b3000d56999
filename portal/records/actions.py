"""What an importer does with a file: hand it in, map it, let it come in, throw it away."""

from __future__ import annotations

from typing import BinaryIO
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from portal.records import files, queries
from portal.records.models import Import, Mapping, RefusedRows, Source
from portal.records.stages import CASE_NOTES, Stage, stage_of

PUBLISHED = "published"
GONE_ON = "This import has gone on in the meantime. Look at it again."


def add_source(staff_id: UUID, name: str, team_id: UUID) -> Source:
    """Name a case system; its records are held by this team of the importer."""
    if team_id not in [team.id for team in queries.teams_for(staff_id)]:
        raise NotAllowed
    source = Source(name=name, team_id=team_id)
    session.add(source)
    session.flush()
    return source


def hand_in(
    staff_id: UUID,
    source_id: UUID,
    upload: BinaryIO,
    *,
    file_name: str,
    form_key: UUID,
    is_standard: bool,
    mapping_id: UUID | None,
) -> Import:
    """Keep an upload until it has come in. The same form sent twice hands in one."""
    sources = {source.id: source for source in queries.sources_for(staff_id)}
    if source_id not in sources:
        raise NotAllowed
    shape = PUBLISHED if is_standard else CASE_NOTES
    found = _asked_for(sources[source_id], shape, file_name, f"{staff_id}:{form_key}")
    found.id, found.asked_by_id, found.mapping_id = uuid4(), staff_id, mapping_id
    try:
        with session.begin_nested():
            session.add(found)
    except IntegrityError:
        return session.scalars(select(Import).where(Import.form_key == found.form_key)).one()
    found.file_path = files.keep(found.id, upload)
    session.flush()
    return found


def hand_in_by_command(
    source: Source, path: str, *, file_name: str, mapping: Mapping | None, staff_id: UUID | None
) -> Import:
    """An import of a file that stays where it is."""
    shape = CASE_NOTES if mapping else PUBLISHED
    found = _asked_for(source, shape, file_name, f"command:{uuid4()}")
    found.file_path, found.asked_by_id = path, staff_id
    found.mapping_id = mapping.id if mapping else None
    session.add(found)
    session.flush()
    return found


def map_columns(staff_id: UUID, found: Import, name: str, columns: dict[str, str]) -> Mapping:
    """Save what the columns mean, for this file and every later one."""
    if stage_of(found) is not Stage.MAPPING:
        raise Conflict(GONE_ON)
    mapping = Mapping(name=name, columns=columns, made_by_id=staff_id)
    session.add(mapping)
    session.flush()
    found.mapping_id = mapping.id
    return mapping


def let_in(found: Import) -> None:
    """After the rehearsal: bring it in, from its first row. Asking twice asks once."""
    if stage_of(found) is Stage.COMING_IN:
        return
    if stage_of(found) is not Stage.REHEARSED:
        raise Conflict(GONE_ON)
    found.started_at = now()
    found.rows_done = found.new = found.changed = found.unchanged = 0
    found.waiting = found.refused = 0
    session.flush()


def throw_away(found: Import) -> None:
    """Nothing of it came in, and nothing of it is kept."""
    if stage_of(found) in (Stage.COMING_IN, Stage.ENDED):
        raise Conflict(GONE_ON)
    session.execute(delete(RefusedRows).where(RefusedRows.import_id == found.id))
    path = found.file_path
    session.delete(found)
    session.flush()
    files.forget(path)


def _asked_for(source: Source, shape: str, file_name: str, form_key: str) -> Import:
    return Import(
        source_id=source.id,
        held_by_id=source.team_id,
        shape=shape,
        file_name=file_name,
        form_key=form_key,
    )
