"""What somebody is shown before they choose, word for word: a receipt holds the same words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.consent.models import Purpose

VERSION = "1"
LANGUAGE = "en"

A_YES = (
    "A yes means: the people of that team who work with you can read about that topic.",
    "They read what you send to “also the teams you said yes to”. They read what other teams"
    " wrote about it.",
    "They never read what you keep for yourself, or for your PA or leaving care alone.",
    "A yes ends by itself, on the day that you see. Nothing renews itself.",
    "You can say not now at any time. It counts at once.",
    "What somebody has read, they have read.",
)
NEVER_A_CHOICE = (
    "If somebody may be in danger, staff must tell the people who can help. They tell you too."
)
LEAVING_CARE = (
    "Your PA and their managers read what you send to leaving care. That is not chosen here.",
    "Here you choose if they also read what other teams wrote about you.",
)
IN_ADVANCE = (
    "Nobody of this team works with you now, so nobody there sees anything.",
    "You can choose in advance. It counts from the day that somebody does.",
)
UNDER_18 = (
    "You are under 18. When you say yes, {adult} is asked to say yes too. Until then it does not"
    " count.",
    "Nobody is asked when you say not now, when you write and when you read.",
    "On your 18th birthday this ends by itself. Then your yeses count without anybody else.",
)


@dataclass(frozen=True)
class Asked:
    """One purpose: what yes means, and what happens with a no."""

    name: str
    yes: str
    no: str


PURPOSES = {
    Purpose.COUNTING: Asked(
        "Be counted",
        "What you say and rate counts in the council’s figures. Nobody can tell which is yours."
        " Until you choose, you are counted.",
        "Nothing else changes. You are left out of every new figure. What the law makes the"
        " council count, it counts for everybody.",
    ),
    Purpose.QUOTING: Asked(
        "Be quoted",
        "The council may ask you for a sentence of yours, for a report without your name. We ask"
        " you again for each sentence.",
        "Nothing else changes. Nobody asks you for a sentence.",
    ),
    Purpose.RESEARCH: Asked(
        "The study",
        "Researchers may read what you shared with your team, without your name. They may do so"
        " only while an ethics board lets them.",
        "Nothing else changes. Your help, your PA and your home stay as they are.",
    ),
}


def of_the_board(*more: str) -> str:
    """What stands above and beside the choices about teams."""
    return "\n".join([*A_YES, NEVER_A_CHOICE, *more])


def of_purposes(asked: Iterable[Purpose] = PURPOSES) -> str:
    lines = [
        f"{PURPOSES[one].name}\nYes: {PURPOSES[one].yes}\nNo: {PURPOSES[one].no}" for one in asked
    ]
    return "\n".join(lines)
