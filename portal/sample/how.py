"""How something was said: for whom, written down by whom, changed or taken back since."""

from __future__ import annotations

from enum import StrEnum
from random import Random

from portal.accounts.about import Reach


class How(StrEnum):
    PLAIN = "plain"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"
    WRITTEN_DOWN = "written_down"
    NOT_FOR_PA = "not_for_pa"


HOWS = {
    How.PLAIN: 0.82,
    How.CHANGED: 0.06,
    How.TAKEN_BACK: 0.03,
    How.WRITTEN_DOWN: 0.07,
    How.NOT_FOR_PA: 0.02,
}
REACHES = {
    Reach.ONLY_ME: 0.11,
    Reach.FIGURES: 0.02,
    Reach.MY_ADVISER: 0.13,
    Reach.MY_TEAM: 0.54,
    Reach.CHOSEN: 0.2,
}
FOR_NOBODY = (Reach.ONLY_ME, Reach.FIGURES)
OF_A_MATTER = (Reach.MY_TEAM, Reach.MY_TEAM, Reach.CHOSEN)


def some_way(chance: Random) -> How:
    return chance.choices(list(HOWS), list(HOWS.values()))[0]


def some_reach(chance: Random, how: How) -> Reach:
    """Whatever somebody else has part in reaches them."""
    if how in (How.PLAIN, How.CHANGED):
        return chance.choices(list(REACHES), list(REACHES.values()))[0]
    return Reach.MY_TEAM
