"""Where a database and the reference disagree about who sees what of a plain council."""

from __future__ import annotations

from collections import Counter

from tests.architecture.rule.askers import askers
from tests.architecture.rule.asking import seen_by
from tests.architecture.rule.everything import Everything
from tests.architecture.rule.plain import World


def differences(world: World) -> tuple[list[str], Counter[str]]:
    """What is shown too much and too little, and what was seen by whom."""
    reference, found, shown = Everything(world), [], Counter[str]()
    for asker in askers(world):
        wanted, seen = reference.seen_by(asker), seen_by(asker)
        shown.update(f"{asker.kind} {cls}" for cls, _ in wanted)
        found += [f"too much: {pair} to {asker}" for pair in sorted(seen - wanted, key=str)]
        found += [f"too little: {pair} to {asker}" for pair in sorted(wanted - seen, key=str)]
    return found, shown
