"""What is true of a council at this instant, before anybody asks for anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from tests.architecture.rule.choices import Choices, in_force, past
from tests.architecture.rule.plain import (
    NOW,
    Record,
    Relation,
    World,
)

A_DAY = timedelta(hours=24)
LONGEST_COVER = timedelta(days=14)
FOR_EMERGENCIES = {"adviser", "manager", "practitioner"}


class Council(Choices):
    """Teams, duties and who stands how to whom."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._stands: dict[tuple[UUID, UUID], set[tuple[str, UUID | None]]] = {}
        self.team = {team.id: team for team in world.teams}
        self.record: dict[UUID, Record] = {record.id: record for record in world.records}

    def heir(self, team: UUID) -> UUID:
        """Who has what this team had: a closed one names its heir."""
        while past(self.team[team].closed_at) and (next_ := self.team[team].heir):
            team = next_
        return team

    def home(self, person: UUID) -> UUID:
        """The leaving-care team that somebody belongs to, always: no closed one."""
        return self.person[person].team

    def is_leaving_care(self, team: UUID) -> bool:
        return self.team[team].is_leaving_care

    @cached_property
    def employed(self) -> set[UUID]:
        staff = self.world.staff
        return {one.id for one in staff if in_force(one.employed_from, one.employed_until)}

    @cached_property
    def duties(self) -> dict[UUID, set[tuple[UUID, str]]]:
        duties: dict[UUID, set[tuple[UUID, str]]] = {one.id: set() for one in self.world.staff}
        for each in self.world.memberships:
            closed = past(self.team[each.team].closed_at)
            if each.staff in self.employed and in_force(each.start, each.end) and not closed:
                duties[each.staff].add((each.team, each.duty))
        for held in duties.values():
            if any(duty == "administrator" for _, duty in held):
                held -= {pair for pair in held if pair[1] != "administrator"}
        return duties

    def are_the_same(self, staff: UUID, person: UUID) -> bool:
        return any(one.staff == staff for one in self.all_of("Themselves", person))

    def stands(self, staff: UUID, person: UUID) -> set[tuple[str, UUID | None]]:
        """The lines of the table that this member of staff is on, for this care leaver."""
        if (staff, person) not in self._stands:
            self._stands[staff, person] = self._lines(staff, person)
        return self._stands[staff, person]

    def _lines(self, staff: UUID, person: UUID) -> set[tuple[str, UUID | None]]:
        if self.are_the_same(staff, person):
            return set()
        home, duties = self.home(person), self.duties.get(staff, set())
        lines: set[tuple[str, UUID | None]] = set()
        if (home, "adviser") in duties and self._has(staff, "Allocation", person):
            lines.add(("adviser", home))
        if (home, "manager") in duties:
            lines.add(("manager", home))
        for one in self._in_force(staff, "Involvement", person):
            # Of another team: nobody practises beside the adviser within leaving care itself.
            if one.team and one.team != home and (one.team, "practitioner") in duties:
                lines.add(("practitioner", one.team))
        if {duty for _, duty in duties} & FOR_EMERGENCIES and self._opened(staff, person):
            lines.add(("emergency", home))
        return lines

    def _opened(self, staff: UUID, person: UUID) -> bool:
        mine = (one for one in self.all_of("EmergencyAccess", person) if one.staff == staff)
        return any(in_force(one.start, one.end) and one.start > NOW - A_DAY for one in mine)

    def _has(self, staff: UUID, cls: str, person: UUID) -> bool:
        return any(True for _ in self._in_force(staff, cls, person))

    def _in_force(self, staff: UUID, cls: str, person: UUID) -> Iterator[Relation]:
        for one in self.all_of(cls, person):
            if one.staff != staff or one.confirmed_at is None or one.confirmed_by is None:
                continue
            end = one.end
            if one.is_cover:
                longest = one.start + LONGEST_COVER
                end = longest if end is None else min(end, longest)
            if in_force(max(one.start, one.confirmed_at), end):
                yield one
