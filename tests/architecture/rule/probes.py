"""Classes of the tests' own that point at records, as a later room's might; in no migration."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Engine, ForeignKey, insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, foreign, mapped_column, relationship

from portal.accounts.models import Team
from portal.voice.models import Entry, Reply


class ProbeBase(DeclarativeBase):
    """A registry apart, so that the portal's own knows nothing of it."""


class Probe(ProbeBase):
    """One for each team, with what the team holds."""

    __tablename__ = "probe"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    entries: Mapped[list[Entry]] = relationship(
        Entry, primaryjoin=lambda: Probe.id == foreign(Entry.held_by_id), viewonly=True
    )
    replies: Mapped[list[Reply]] = relationship(
        Reply, primaryjoin=lambda: Probe.id == foreign(Reply.held_by_id), viewonly=True
    )


class Pointer(ProbeBase):
    """One for each entry and reply, hidden or not."""

    __tablename__ = "pointer"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    probe_id: Mapped[UUID] = mapped_column(ForeignKey("probe.id"))
    entry: Mapped[Entry | None] = relationship(
        Entry, primaryjoin=lambda: foreign(Pointer.id) == Entry.id, viewonly=True
    )
    reply: Mapped[Reply | None] = relationship(
        Reply, primaryjoin=lambda: foreign(Pointer.id) == Reply.id, viewonly=True
    )


def make_probes(engine: Engine) -> None:
    ProbeBase.metadata.create_all(engine.execution_options(writes=True))
    with engine.execution_options(writes=True).begin() as connection:
        teams = connection.execute(select(Team.__table__.c.id)).scalars().all()
        connection.execute(insert(Probe), [{"id": team} for team in teams])
        for kept in (Entry, Reply):
            ids = connection.execute(select(kept.__table__.c.id)).scalars().all()
            rows = [{"id": id_, "probe_id": teams[0]} for id_ in ids]
            connection.execute(insert(Pointer), rows)
