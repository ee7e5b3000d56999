"""Whether a team sees anything about somebody that was not released to them: that it does, and
never how much or what. Part of the rule, and asked by the preview alone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, ColumnElement, and_, exists, false, or_, select, true
from sqlalchemy.ext.compiler import compiles

from portal.accounts.models import Team
from portal.accounts.viewers import CareLeaverViewer, Preview
from portal.consent import facts
from portal.consent.asking import anybody_like
from portal.consent.programme import as_another_team
from portal.consent.reaching import Row, Yes, as_practitioner, own_words
from portal.consent.reading import records
from portal.consent.visibility import Record, may_see, parents
from portal.db import session, unruled, viewer
from portal.errors import NotAllowed


def sees_more() -> bool:
    """Whether the team that is looked as sees more than its care leaver does."""
    asking = viewer()
    if not isinstance(asking, Preview):
        raise NotAllowed("Only the preview says this.")
    return bool(session.scalar(select(_More(asking)).where(Team.id == asking.team_id)))


class _More(ColumnElement[Any]):
    """The question as one element, written out when the SQL is made, as `Ruled` is."""

    inherit_cache = True
    _traverse_internals = []
    type = Boolean()

    def __init__(self, asking: Preview) -> None:
        self.anybody: Preview = anybody_like(asking)

    def written_out(self) -> Yes:
        every = (_any_more(self.anybody, kind) for kind in records().values())
        return and_(as_another_team(self.anybody), or_(false(), *every))


@compiles(_More)
def _write_out(more: _More, compiler: Any, **rest: Any) -> str:
    return f"({compiler.process(more.written_out(), **rest)})"


def _any_more(team: Preview, kind: Record) -> Yes:
    themselves = CareLeaverViewer(now=team.now, care_leaver_id=team.care_leaver_id)
    row = unruled(kind)  # type: ignore[arg-type]
    more = exists().where(
        row.care_leaver_id == team.care_leaver_id,
        ~own_words(row),
        _team_sees(team, kind, row),
        # Never released is neither yes nor no to the database.
        may_see(themselves, kind, row).is_not(true()),
    )
    apart: Yes = facts.apart(more, row)
    return apart


def _team_sees(team: Preview, kind: Record, row: Row) -> Yes:
    """The line of the practitioner, for the record and for what it hangs on."""
    hung = []
    for name, above in parents(kind):
        key, parent = getattr(row, name), unruled(above)  # type: ignore[arg-type]
        seen = exists().where(
            parent.id == key,
            parent.care_leaver_id == team.care_leaver_id,
            _team_sees(team, above, parent),
        )
        hung.append(or_(key.is_(None), facts.apart(seen, parent)))
    return and_(as_practitioner(team, row, team.team_id), *hung)
