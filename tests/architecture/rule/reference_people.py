"""The same table once more for who somebody is, and for who stands how to them."""

from __future__ import annotations

from uuid import UUID

from tests.architecture.rule.choices import in_force, past
from tests.architecture.rule.council import Council
from tests.architecture.rule.plain import NO_PERSON, Asker, Relation

Lines = set[tuple[str, UUID | None]]
AT_HOME = {"adviser", "manager"}
BY_THEM_AT_HOME = {"Allocation", "Involvement", "TeamMove", "Choice", "NamedAdult", "Agreement"}
TRIES = {"EmergencyTry", "RefusedTry"}
ON_THE_MANAGERS_LIST = {"Look", "EmergencyAccess", "ComingInAgain", "LookQuestion", *TRIES}


class People:
    """Which persons and which relations each asker sees."""

    def __init__(self, council: Council) -> None:
        self.council = council

    def seen_by(self, asker: Asker) -> set[UUID]:
        return {person for person in self.council.person if self.may_know(asker, person)}

    def may_know(self, asker: Asker, person: UUID) -> bool:
        if asker.kind == "care_leaver":
            return asker.who == person
        if asker.kind == "preview":
            return asker.person == person
        if asker.kind == "hand_over":
            return asker.who == person
        if asker.kind == "staff" and asker.who:
            stands = bool(self.council.stands(asker.who, person))
            return stands or self.is_adult(asker.who, person) or self._administers(asker, person)
        return False

    def is_adult(self, staff: UUID, person: UUID) -> bool:
        """Whether they are the adult named for somebody of 16 or 17, while at work."""
        named = (one for one in self.council.all_of("NamedAdult", person) if one.staff == staff)
        at_work = self._works_here(staff) and not self.council.are_the_same(staff, person)
        return at_work and any(in_force(one.start, one.end) for one in named)

    def _administers(self, asker: Asker, person: UUID) -> bool:
        assert asker.who
        itself = self.council.are_the_same(asker.who, person)
        return not itself and "administrator" in {
            duty for _, duty in self.council.duties.get(asker.who, set())
        }

    def relations_seen_by(self, asker: Asker) -> set[tuple[str, UUID | int]]:
        every = self.council.world.relations
        return {(each.cls, each.id) for each in every if self.sees(asker, each)}

    def sees(self, asker: Asker, relation: Relation) -> bool:
        if asker.kind == "care_leaver":
            told = relation.cls != "LastLooked" and not self._held_back(relation)
            return asker.who == relation.person and told
        if asker.kind == "staff" and asker.who:
            return self._staff(asker, asker.who, relation)
        return False

    def _held_back(self, relation: Relation) -> bool:
        if relation.cls == "EmergencyAccess":
            return relation.held_back_until is not None and not past(relation.held_back_until)
        emergencies = self.council.all_of("EmergencyAccess", relation.person)
        if relation.cls in {"Look", "Telling"}:
            # "Its looks are left out of what they read", and so is what tells of it.
            return any(self._held_back(one) for one in emergencies if one.id == relation.emergency)
        # A try would tell of what came of it, whoever tried.
        return relation.cls in TRIES and any(self._held_back(one) for one in emergencies)

    def _staff(self, asker: Asker, staff: UUID, relation: Relation) -> bool:
        if relation.person == NO_PERSON:
            # "A miss to the managers of leaving care"; an address of nobody to nobody.
            return relation.cls == "EmergencyTry" and self._manages_leaving_care(staff)
        by_accounts = relation.cls in {"Allocation", "NamedAdult"}
        if by_accounts and self._administers(asker, relation.person):
            return True
        lines = self.council.stands(staff, relation.person)
        kinds = {line for line, _ in lines}
        if relation.cls in BY_THEM_AT_HOME and kinds & AT_HOME:
            return True
        if relation.cls in ON_THE_MANAGERS_LIST and "manager" in kinds:
            return True
        if relation.cls in {"Phone", "Invitation", "ConfirmTry"}:
            # The adviser makes the one and may end the other; at their device a PIN is tried.
            return bool(kinds & AT_HOME)
        return self._of_choices(staff, relation, lines) or self._their_own(staff, relation)

    def _of_choices(self, staff: UUID, relation: Relation, lines: Lines) -> bool:
        """Those to their own team; those that ask them too, as the adult who is named; and what
        they wrote down themselves beside somebody."""
        if relation.cls == "WaitingChoice":
            return relation.staff == staff and bool({line for line, _ in lines} & AT_HOME)
        if relation.cls == "Agreement":
            return self.is_adult(staff, relation.person)
        if relation.cls != "Choice":
            return False
        asked = self.is_adult(staff, relation.person) and self.council.asks(staff, relation)
        return asked or ("practitioner", relation.team) in lines

    def _their_own(self, staff: UUID, relation: Relation) -> bool:
        """Their own involvement and emergency, whether or not it opens anything, while at work;
        and a manager is asked to confirm an involvement for the team that they manage."""
        duties = self.council.duties.get(staff, set())
        if not self._works_here(staff) or self.council.are_the_same(staff, relation.person):
            return False
        if relation.cls in ("Involvement", "TeamMove") and (relation.team, "manager") in duties:
            return True
        own = {"Involvement", "EmergencyAccess", "LastLooked", "NamedAdult"}
        return relation.cls in own and relation.staff == staff

    def _manages_leaving_care(self, staff: UUID) -> bool:
        duties = self.council.duties.get(staff, set())
        return any(
            duty == "manager" and self.council.is_leaving_care(team) for team, duty in duties
        )

    def _works_here(self, staff: UUID) -> bool:
        duties = {duty for _, duty in self.council.duties.get(staff, set())}
        return staff in self.council.employed and "administrator" not in duties
