"""Where a database and the reference disagree about who sees what of a plain council."""

from __future__ import annotations

from collections import Counter

from portal.accounts.viewers import CareLeaverViewer
from portal.consent.queries.choices import in_force
from portal.db import acting_as
from tests.architecture.rule.askers import askers
from tests.architecture.rule.asking import seen_by
from tests.architecture.rule.choices import Choices, past
from tests.architecture.rule.everything import Everything
from tests.architecture.rule.moving import moved
from tests.architecture.rule.plain import NOW, World


def differences(world: World) -> tuple[list[str], Counter[str]]:
    """What is shown too much and too little, and what was seen by whom."""
    then, now = moved(world, world.later), NOW + world.later
    reference, found, shown = Everything(then), boards(world, then), Counter[str]()
    for asker, asked_then in zip(askers(world), askers(then), strict=True):
        wanted, seen = reference.seen_by(asked_then), seen_by(asker, now)
        shown.update(f"{asker.kind} {cls}" for cls, _ in wanted)
        found += [f"too much: {pair} to {asker}" for pair in sorted(seen - wanted, key=str)]
        found += [f"too little: {pair} to {asker}" for pair in sorted(wanted - seen, key=str)]
    return found, shown


def boards(world: World, then: World) -> list[str]:
    """Where a board says yes and the table does not, or the other way round."""
    choices, found = Choices(then), []
    for person in then.people:
        with acting_as(CareLeaverViewer(now=NOW + world.later, care_leaver_id=person.id)):
            told = set(in_force(person.id))
        if not past(person.left_at):
            pairs = {(about, choices.about(person.id, about)) for about in choices.cells(person.id)}
            wrong = told ^ {about for about, is_yes in pairs if is_yes}
            found += [f"the board of {person.id} is wrong about {about}" for about in wrong]
    return found
