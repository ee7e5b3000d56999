"""What a plain choice, and what belongs to it, is in the portal's own tables."""

from __future__ import annotations

from typing import Any

from portal.consent import models as consent
from tests.architecture.rule.instants import number
from tests.architecture.rule.plain import NOW, Relation

CHOICES = (
    consent.Agreement,
    consent.Choice,
    consent.NamedAdult,
    consent.Receipt,
    consent.WaitingChoice,
)


def of_a_choice(relation: Relation) -> dict[str, Any]:
    span = {"start_at": relation.start, "end_at": relation.end}
    match relation.cls:
        case "Choice":
            row: dict[str, Any] = {"team_id": relation.team, "topic_id": relation.topic}
            row |= {"purpose": relation.purpose and consent.Purpose(relation.purpose)}
            row |= {"is_yes": relation.is_yes, "adult_until": relation.adult_until}
            return row | span | {"made_at": NOW}
        case "Agreement":
            said = {"choice_id": relation.choice, "said_at": relation.start}
            return said | {"staff_id": relation.staff}
        case "NamedAdult":
            return span | {"staff_id": relation.staff, "named_by_id": number(90)}
        case "Receipt":
            row = {"method": consent.Method.OWN_PHONE, "language": "en", "text_version": "1"}
            return row | {"given_at": relation.start, "body": "{}", "signature": ""}
        case _:
            row = {"recorded_by_id": relation.staff, "form_key": relation.id, "wrong_pins": 0}
            return row | {"wishes": [], "shown": {}, "made_at": relation.start}
