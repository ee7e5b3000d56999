"""All that an asker sees, by the reference: records, persons and relations as one set."""

from __future__ import annotations

from uuid import UUID

from tests.architecture.rule.council import Council
from tests.architecture.rule.plain import NOW, Asker, Relation, World
from tests.architecture.rule.reference import Records
from tests.architecture.rule.reference_people import People

Seen = set[tuple[str, UUID | int]]

# What the portal's own work needs, by its name: said here once more, so that no name grows unseen.
HOUSEKEEPING = {
    "import": {"CaseRecord", "CareLeaver", "Reference"},
    "retention": {"Entry", "Draft", "Waiting", "RefusedTry"},
    "reminder": {"Promise", "Waiting", "Allocation"},
    "looking log": {"Look"},
    "erasure": {"Agreement", "Choice", "Look", "NamedAdult", "Receipt", "WaitingChoice"},
    "a lock": {"CareLeaver", "Involvement"},
    "a move": {"CareLeaver", "TeamMove", "Allocation"},
    "emergency": {"CareLeaver", "Reference", "Themselves", "EmergencyAccess", "EmergencyTry"}
    | {"Telling"},
}
BEHIND_A_SECRET = {"RecoveryWords", "ComingInAgain"}


class Everything:
    def __init__(self, world: World) -> None:
        self.council = Council(world)
        self.records = Records(self.council)
        self.people = People(self.council)

    def seen_by(self, asker: Asker) -> Seen:
        if asker.kind == "housekeeping":
            return self._named(HOUSEKEEPING.get(asker.name, set()))
        if asker.kind == "holder":
            return self._behind(asker.name)
        records = {(self.council.record[id_].cls, id_) for id_ in self.records.seen_by(asker)}
        return {
            *records,
            *self.people.relations_seen_by(asker),
            *_both_of(self.people.seen_by(asker)),
        }

    def _named(self, names: set[str]) -> Seen:
        """Every row of these classes, but nothing whose parent is not among them."""
        world = self.council.world
        return {
            *(
                (record.cls, record.id)
                for record in world.records
                if record.cls in names and self._parents_are_named(record.hangs_on, names)
            ),
            *((each.cls, each.id) for each in world.relations if each.cls in names),
            *(pair for pair in _both_of(set(self.council.person)) if pair[0] in names),
        }

    def _parents_are_named(self, above: UUID | None, names: set[str]) -> bool:
        if above is None:
            return True
        parent = self.council.record[above]
        return parent.cls in names and self._parents_are_named(parent.hangs_on, names)

    def _behind(self, secret: str) -> Seen:
        """Whoever holds a phone's or an invitation's secret stands before its door alone."""
        doors = [each for each in self.council.world.relations if secret and each.secret == secret]
        people = {door.person for door in doors if _opens(door)}
        behind = [each for each in self.council.world.relations if self._at_door(each, doors)]
        return {*((each.cls, each.id) for each in behind), *_both_of(people)}

    def _at_door(self, relation: Relation, doors: list[Relation]) -> bool:
        if relation.cls in BEHIND_A_SECRET:
            return relation.person in {door.person for door in doors if _opens(door)}
        phones = {door.id for door in doors if door.cls == "Phone"}
        return relation in doors or (relation.cls == "PhoneUse" and relation.id in phones)


def _opens(door: Relation) -> bool:
    """A link or a phone names nobody once it is used up, ended or run out."""
    if door.until is not None and door.until <= NOW:
        return False
    gone = (door.ended_at, door.used_at if door.cls == "Invitation" else None)
    return not any(at is not None and at < NOW for at in gone)


def _both_of(people: set[UUID]) -> Seen:
    """Who somebody is: their row, and the reference that the world's maker numbered like it."""
    return {(cls, person) for person in people for cls in ("CareLeaver", "Reference")}
