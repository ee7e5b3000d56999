"""What a plain try, or a question about a look, is in the portal's own tables."""

from __future__ import annotations

from typing import Any

from portal.consent.questions.models import LookQuestion
from portal.emergency.models import EmergencyTry, RefusedTry
from tests.architecture.rule.plain import NO_PERSON, NOW, Relation

TRIES = (EmergencyTry, LookQuestion, RefusedTry)


def of_a_try(relation: Relation) -> dict[str, Any]:
    staff: dict[str, Any] = {"staff_id": relation.staff}
    match relation.cls:
        case "EmergencyTry":
            whose = None if relation.person == NO_PERSON else relation.person
            row = {"form_key": relation.id, "emergency_id": relation.emergency}
            why = {"category": "danger", "reason": "", "needs_approval": False}
            return staff | row | why | {"care_leaver_id": whose}
        case "RefusedTry":
            return staff
        case "LookQuestion":
            day = NOW.date()
            return staff | {"why": str(relation.id), "looked_on": day, "due_on": day}
        case _:
            return {}
