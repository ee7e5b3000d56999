"""The rule: who may see what. It lies beneath every query, and is written down nowhere else.

`lines(viewer, kind, row)` is the table of who sees which records, a line each, in order. `may_see`
adds them up, and demands of whatever hangs on a record that what it hangs on may be seen too.
`row` is the class itself, or the columns of its table where the rule reads what a record hangs on.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, and_, exists, false, inspect, or_, select, true
from sqlalchemy.orm import Mapper

from portal.accounts.about import AboutCareLeaver, Reach
from portal.accounts.viewers import CareLeaverViewer, Housekeeping, Preview, StaffViewer
from portal.consent import facts, programme
from portal.consent.reaching import (
    Row,
    Yes,
    as_practitioner,
    confirmed,
    in_leaving_care,
    not_gone,
    open_to_themselves,
)
from portal.db import Base, Viewer, unruled

Record = type[AboutCareLeaver]

HOUSEKEEPING: dict[str, frozenset[str]] = {
    "import": frozenset(
        {"CaseRecord", "CareLeaver", "Reference", "WaitingRow", "Import", "RefusedRows"}
    ),
    "retention": frozenset(
        {"Entry", "Draft", "Waiting", "WaitingRow", "Import", "RefusedRows", "RefusedTry"}
    ),
    "reminder": frozenset({"Promise", "Waiting", "Allocation"}),
    "looking log": frozenset({"Look"}),
    "erasure": frozenset({"Agreement", "Choice", "Look", "NamedAdult", "Receipt", "WaitingChoice"}),
    # The receiving manager, who confirms it, knows the care leaver only afterwards.
    "a move": frozenset({"CareLeaver", "TeamMove", "Allocation"}),
    # To tell everyone whose board a lock changes.
    "a lock": frozenset({"CareLeaver", "Involvement"}),
    # To find whom a form means, and whether somebody opened them in the last seven days.
    "emergency": frozenset(
        {"CareLeaver", "Reference", "Themselves", "EmergencyAccess", "EmergencyTry", "Telling"}
    ),
    "coming in": frozenset({"CareLeaver", "Phone", "PhoneUse"}),
}


def may_see(viewer: Viewer | None, kind: Record, row: Row = None) -> Yes:
    """Which rows of this class the viewer may see. An unknown viewer sees nothing."""
    row = kind if row is None else row
    some_line = or_(false(), *(line for _, line in lines(viewer, kind, row)))
    return and_(_at_all(viewer, row), some_line, *_what_it_hangs_on(viewer, kind, row))


def lines(viewer: Viewer | None, kind: Record, row: Row) -> list[tuple[str, Yes]]:
    """The lines of the table that hold for this viewer: why, and what it opens."""
    match viewer:
        case CareLeaverViewer():
            return [("your own", open_to_themselves(viewer, row))]
        case StaffViewer():
            return _staff(viewer, row)
        case Housekeeping():
            named = kind.__name__ in HOUSEKEEPING.get(viewer.name, ())
            return [(viewer.name, true() if named else false())]
        case _:
            return programme.lines(viewer, kind, row)


def parents(kind: Record) -> list[tuple[str, Record]]:
    """What a record of this class hangs on: each key to another record, with whose key it is."""
    records = {m.local_table: m.class_ for m in _records()}
    own: Mapper[Any] = inspect(kind)
    assert isinstance(own.local_table, Table)
    return [
        (column.name, records[key.column.table])
        for column in own.local_table.columns
        for key in column.foreign_keys
        if key.column.table in records
    ]


def _records() -> list[Mapper[Any]]:
    return [m for m in Base.registry.mappers if issubclass(m.class_, AboutCareLeaver)]


def _what_it_hangs_on(viewer: Viewer | None, kind: Record, row: Row) -> list[Yes]:
    hung = []
    for name, above in parents(kind):
        key, parent = getattr(row, name), unruled(above)  # type: ignore[arg-type]
        seen = select(parent.id).where(parent.id == key, may_see(viewer, above, parent))
        hung.append(or_(key.is_(None), facts.apart(seen, parent).exists()))
    return hung


def _at_all(viewer: Viewer | None, row: Row) -> Yes:
    """What holds before any line: employed, not about themselves, not kept from them, not gone."""
    match viewer:
        case StaffViewer():
            return and_(
                facts.works_here(viewer.now, viewer.staff_id),
                facts.not_themselves(row.care_leaver_id, viewer.staff_id),
                or_(row.not_for_id.is_(None), row.not_for_id != viewer.staff_id),
                not_gone(viewer, row),
            )
        case CareLeaverViewer() | Preview():
            return and_(row.care_leaver_id == viewer.care_leaver_id, not_gone(viewer, row))
        case _:
            return true()


def _staff(viewer: StaffViewer, row: Row) -> list[tuple[str, Yes]]:
    now, me, whose = viewer.now, viewer.staff_id, row.care_leaver_id
    adviser = whose.in_(facts.advised_by(now, me))
    manager = whose.in_(facts.managed_by(now, me))
    emergency = whose.in_(facts.emergencies_of(now, me))
    sure = confirmed(viewer, row)
    given = facts.involvements_of(now, me)
    practitioner = exists().where(
        given.c.care_leaver_id == whose, as_practitioner(viewer, row, given.c.team_id)
    )
    practitioner = facts.apart(practitioner, given.c)
    waits = or_(row.confirmed_at.is_(None), row.confirmed_at > now)
    unconfirmed = and_(row.written_down_by_id == me, waits)
    involved = whose.in_(select(facts.involvements_of(now, me).c.care_leaver_id))
    related = or_(adviser, manager, involved, emergency)
    for_advisers = in_leaving_care(viewer, row, Reach.MY_ADVISER)
    return [
        ("adviser", and_(sure, adviser, for_advisers)),
        ("manager", and_(sure, manager, in_leaving_care(viewer, row, Reach.MY_TEAM))),
        ("practitioner", practitioner),
        ("emergency", and_(sure, emergency, for_advisers)),
        ("author", and_(or_(row.author_id == me, unconfirmed), related)),
    ]
