"""Who of those around somebody sees one record: asked as each of them, in a session of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Text, cast, func, select

from portal.accounts.about import AboutCareLeaver, Reach
from portal.accounts.models import CareLeaver, Duty
from portal.accounts.queries import teams
from portal.accounts.queries.around import team_around
from portal.accounts.viewers import StaffViewer
from portal.consent.models import Look
from portal.db import acting_as, now, session, supposing

Move = Callable[[], object]


@dataclass(frozen=True)
class Onlooker:
    """Somebody by name, job and team."""

    staff_id: UUID
    name: str
    job: str
    team: str


@dataclass(frozen=True)
class Outcome:
    """What moving a record would do: who sees it newly, and who no longer, with when they read it
    first, if they did."""

    newly: tuple[Onlooker, ...]
    no_longer: tuple[tuple[Onlooker, datetime | None], ...]


def outcomes(record: AboutCareLeaver, moves: Mapping[Reach, Move]) -> dict[Reach, Outcome]:
    """Each move is tried out and taken back. Nothing is moved by it."""
    people, read = around(record.care_leaver_id), first_looks(record)
    found: dict[Reach, Outcome] = {}
    with supposing():
        before = seen_by(record, people)
        for reach, move in moves.items():
            move()
            after = seen_by(record, people)
            gone = [(one, read.get(one.staff_id)) for one in before if one not in after]
            found[reach] = Outcome(tuple(one for one in after if one not in before), tuple(gone))
    return found


def seen_by(record: AboutCareLeaver, people: Sequence[Onlooker]) -> list[Onlooker]:
    return [one for one in people if _sees(one, type(record), record.id)]


def around(care_leaver_id: UUID) -> list[Onlooker]:
    """Those who work with them, and the managers of their leaving-care team."""
    home = session.get_one(CareLeaver, care_leaver_id).team_id
    managing = teams.everybody_with(Duty.MANAGER, home)
    found = [
        *(
            Onlooker(one.staff_id, one.name, one.job, one.team)
            for one in team_around(care_leaver_id)
        ),
        *(Onlooker(staff.id, staff.name, staff.job, team.name) for staff, team in managing),
    ]
    # A manager may be somebody's PA as well, and is named once.
    return list({one.staff_id: one for one in found}.values())


def first_looks(record: AboutCareLeaver) -> dict[UUID, datetime]:
    """Who has opened it, and when first: from the looks that whoever asks may read."""
    found = (
        select(Look.staff_id, func.min(Look.looked_at))
        .where(
            Look.care_leaver_id == record.care_leaver_id,
            Look.looked_at >= record.made_at,
            cast(Look.shown, Text).contains(str(record.id)),
        )
        .group_by(Look.staff_id)
    )
    return dict(session.execute(found).all())


def _sees(one: Onlooker, kind: type[AboutCareLeaver], id_: UUID) -> bool:
    with acting_as(StaffViewer(now=now(), staff_id=one.staff_id)) as asking:
        return asking.scalar(select(kind.id).where(kind.id == id_)) is not None
