"""What the commands call by its name, and what they say when there is nothing of that name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

import click
from sqlalchemy import select

from portal.accounts.models import Staff, Team
from portal.db import session
from portal.records import queries
from portal.records.models import Mapping, Source

Thing = TypeVar("Thing")


def source_named(name: str) -> Source:
    found = session.scalar(select(Source).where(Source.name == name))
    hint = "Add it with: flask add-record-source NAME --team TEAM."
    return _known(found, f"source called {name}", queries.source_names(), hint)


def mapping_named(name: str) -> Mapping:
    found = session.scalar(select(Mapping).where(Mapping.name == name))
    known = [mapping.name for mapping in queries.mappings()]
    return _known(found, f"mapping called {name}", known, "Map the columns on the page first.")


def team_named(name: str) -> Team:
    found = session.scalar(select(Team).where(Team.name == name))
    known = session.scalars(select(Team.name).order_by(Team.name)).all()
    return _known(found, f"team called {name}", known, "")


def importer_of(email: str, source: Source) -> UUID:
    """The member of staff with the duty to import for the team that holds the source."""
    person = session.scalar(select(Staff.id).where(Staff.email == email))
    if person is None or source not in queries.sources_for(person):
        raise click.ClickException("Nobody with this email imports for the team of this source.")
    return person


def _known(found: Thing | None, what: str, known: Sequence[str], hint: str) -> Thing:
    if found is not None:
        return found
    here = f"Known are: {', '.join(known)}." if known else "There is none yet."
    raise click.ClickException(f"There is no {what}. {here} {hint}".strip())
