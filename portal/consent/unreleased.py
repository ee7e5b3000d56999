"""Whether a team sees anything about somebody that was not released to them: that it does, and
never how much or what. Part of the rule, and asked by the care leaver alone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import and_, exists, false, or_, select, true

from portal.accounts.viewers import CareLeaverViewer, Preview
from portal.consent import facts
from portal.consent.programme import as_another_team
from portal.consent.reaching import Row, Yes, as_practitioner, own_words
from portal.consent.reading import records
from portal.consent.visibility import Record, may_see, parents
from portal.db import session, unruled, viewer
from portal.errors import NotAllowed


def sees_more(team_id: UUID) -> bool:
    """Whether an involved practitioner of this team sees more of whoever asks than they do."""
    asking = viewer()
    if not isinstance(asking, CareLeaverViewer):
        raise NotAllowed("This is told to the care leaver alone.")
    as_team = Preview(now=asking.now, team_id=team_id, care_leaver_id=asking.care_leaver_id)
    found = or_(false(), *(_any_more(asking, as_team, kind) for kind in records().values()))
    return bool(session.scalar(select(and_(as_another_team(as_team), found))))


def _any_more(asking: CareLeaverViewer, as_team: Preview, kind: Record) -> Yes:
    row = unruled(kind)  # type: ignore[arg-type]
    more = exists().where(
        row.care_leaver_id == asking.care_leaver_id,
        ~own_words(row),
        _team_sees(as_team, kind, row),
        # Never released is neither yes nor no to the database.
        may_see(asking, kind, row).is_not(true()),
    )
    apart: Yes = facts.apart(more, row)
    return apart


def _team_sees(as_team: Preview, kind: Record, row: Row) -> Yes:
    """The line of the practitioner, for the record and for what it hangs on."""
    hung = []
    for name, above in parents(kind):
        key, parent = getattr(row, name), unruled(above)  # type: ignore[arg-type]
        seen = exists().where(parent.id == key, _team_sees(as_team, above, parent))
        hung.append(or_(key.is_(None), facts.apart(seen, parent)))
    return and_(as_practitioner(as_team, row, as_team.team_id), *hung)
