"""Who looked: one line for each answered request of staff that showed records.

What was shown is noted as it is loaded, so that no page can forget it. The line is written before
the first byte of the answer leaves: no line, no page. Each care leaver's lines are one chain of
keyed hashes, so that a changed or missing line shows.
"""

from __future__ import annotations

import hmac
import json
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, case, event, literal_column, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal import config
from portal.accounts.about import AboutCareLeaver
from portal.accounts.viewers import Housekeeping, StaffViewer
from portal.consent.models import EmergencyAccess, Look
from portal.consent.ruled import Ruled
from portal.consent.visibility import lines
from portal.db import acting_as

Shown = dict[type[AboutCareLeaver], dict[UUID, AboutCareLeaver]]
START = "start"


@event.listens_for(Session, "loaded_as_persistent")
def _note(session: Session, thing: object) -> None:
    if isinstance(thing, AboutCareLeaver) and isinstance(session.info["viewer"], StaffViewer):
        seen: Shown = session.info.setdefault("shown", defaultdict(dict))
        seen[type(thing)][thing.id] = thing


def shown_in(session: Session) -> Shown:
    """The records that this session of a member of staff has loaded."""
    shown: Shown = session.info.get("shown", {})
    return shown


def write(viewer: StaffViewer, shown: Shown) -> None:
    """One line for each care leaver whose records were shown."""
    whose: dict[UUID, list[list[Any]]] = defaultdict(list)
    emergencies: dict[UUID, UUID] = {}
    with acting_as(viewer) as asking:
        for kind, things in shown.items():
            for id_, why in _why(asking, viewer, kind, things):
                thing = things[id_]
                version = getattr(thing, "version", None) or _instant(thing)
                whose[thing.care_leaver_id].append([kind.__name__, str(id_), version, why])
        mine = EmergencyAccess.staff_id == viewer.staff_id, EmergencyAccess.end_at > viewer.now
        opened = select(EmergencyAccess.care_leaver_id, EmergencyAccess.id).where(*mine)
        # Where two last, a look is part of the later one.
        in_turn = asking.execute(opened.order_by(EmergencyAccess.start_at))
        emergencies.update((whose_, id_) for whose_, id_ in in_turn)
    for care_leaver_id, records in whose.items():
        emergency = any(why == "emergency" for *_, why in records)
        _add(
            viewer, care_leaver_id, records, emergencies.get(care_leaver_id) if emergency else None
        )


def _why(
    asking: Session, viewer: StaffViewer, kind: type[AboutCareLeaver], things: dict[UUID, Any]
) -> list[tuple[UUID, str]]:
    first = Ruled(_first_line, viewer, kind, String())
    found = asking.execute(select(kind.id, first).where(kind.id.in_(things)))
    return [(id_, why) for id_, why in found]


def _first_line(viewer: StaffViewer, kind: type[AboutCareLeaver], row: Any) -> ColumnElement[str]:
    table = lines(viewer, kind, row)
    whens = [(line, literal_column(f"'{why}'", String())) for why, line in table]
    return case(*whens, else_=literal_column("'author'", String()))


def _instant(thing: AboutCareLeaver) -> str:
    changed = getattr(thing, "edited_at", None) or thing.made_at
    return str(changed.astimezone(UTC).isoformat(timespec="seconds"))


def _add(
    viewer: StaffViewer, care_leaver_id: UUID, records: list[list[Any]], emergency: UUID | None
) -> None:
    order = ("adviser", "manager", "practitioner", "emergency", "author")
    why = min((record[3] for record in records), key=order.index)
    for is_last in (False, True):
        try:
            with acting_as(Housekeeping(now=viewer.now, name="looking log"), writes=True) as log:
                _in_turn(log, care_leaver_id)
                number, before = _head(log, care_leaver_id)
                look = Look(
                    care_leaver_id=care_leaver_id,
                    number=number + 1,
                    staff_id=viewer.staff_id,
                    looked_at=viewer.now,
                    why=why,
                    shown=records,
                    emergency_id=emergency,
                )
                look.hash = chained(before, look)
                log.add(look)
            return
        except IntegrityError:
            # Somebody else's line came first: the very first, which is there to wait at from now.
            if is_last:
                raise


def _in_turn(log: Session, care_leaver_id: UUID) -> None:
    """One after the other, at the first line: else many who look at once would all try to be next,
    and whoever never is would get no page."""
    first = Look.care_leaver_id == care_leaver_id, Look.number == 1
    log.execute(select(Look.number).where(*first).with_for_update())


def _head(log: Session, care_leaver_id: UUID) -> tuple[int, str]:
    last = log.execute(
        select(Look.number, Look.hash)
        .where(Look.care_leaver_id == care_leaver_id)
        .order_by(Look.number.desc())
        .limit(1)
    ).first()
    return (last.number, last.hash) if last else (0, START)


def chained(before: str, look: Look) -> str:
    """The keyed hash of a line and of the one before it."""
    said = [
        before,
        str(look.care_leaver_id),
        look.number,
        str(look.staff_id),
        _stamp(look.looked_at),
        look.why,
        look.shown,
        str(look.emergency_id or ""),
    ]
    return keyed(json.dumps(said, separators=(",", ":"), ensure_ascii=False))


def keyed(text: str) -> str:
    return hmac.new(config.current().looks_key.encode(), text.encode(), "sha256").hexdigest()


def name_of_chain(care_leaver_id: UUID) -> str:
    """Whose chain it is, for the council's key alone to tell."""
    return keyed(f"chain {care_leaver_id}")


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
