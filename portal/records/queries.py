"""Questions about imports. Whose they are is seen to by the rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, or_, select

from portal.accounts.models import Duty, Membership, Team
from portal.db import now, session
from portal.records import files, reading
from portal.records.models import Import, Mapping, Source

A_PAGE = 20


@dataclass(frozen=True)
class Listed:
    """An import with the name of where it comes from."""

    found: Import
    source: str


def imports(skip: int = 0) -> Sequence[Listed]:
    """One more than a page, newest first, so that the page knows whether there are older ones."""
    found = session.execute(
        select(Import, Source.name)
        .join(Source, Source.id == Import.source_id)
        .order_by(Import.asked_at.desc(), Import.id)
        .offset(skip)
        .limit(A_PAGE + 1)
    )
    return [Listed(one, name) for one, name in found]


def the_import(import_id: UUID) -> Listed:
    found = session.get_one(Import, import_id)
    return Listed(found, session.get_one(Source, found.source_id).name)


def sources_for(staff_id: UUID) -> Sequence[Source]:
    """The sources held by the teams that this importer imports for."""
    held = Source.team_id.in_(_teams_of(staff_id))
    return session.scalars(select(Source).where(held).order_by(Source.name, Source.id)).all()


def teams_for(staff_id: UUID) -> Sequence[Team]:
    mine = Team.id.in_(_teams_of(staff_id))
    return session.scalars(select(Team).where(mine).order_by(Team.name, Team.id)).all()


def source_names() -> Sequence[str]:
    """Of every team: a name stands for one source."""
    return session.scalars(select(Source.name).order_by(Source.name)).all()


def mappings() -> Sequence[Mapping]:
    return session.scalars(select(Mapping).order_by(Mapping.name, Mapping.id)).all()


def columns_in(found: Import) -> tuple[str, ...]:
    """The names in the first line of its file. Raises Unreadable when it is gone."""
    with files.opened(found.file_path) as file:
        return tuple(column for column in reading.layout_of(file).columns if column)


def _teams_of(staff_id: UUID) -> Select[UUID]:
    return select(Membership.team_id).where(
        Membership.staff_id == staff_id,
        Membership.duty == Duty.IMPORTER,
        Membership.start_at <= now(),
        or_(Membership.end_at.is_(None), Membership.end_at > now()),
    )
