"""What every receipt says beside what was chosen."""

from __future__ import annotations

from portal.consent.models import Purpose
from portal.consent.queries.choices import Kind

BY_ME = "me"
HOW_TO_WITHDRAW = (
    "Go to Who sees what on {address}/sharing/ and choose Not now. You can also ask your PA to "
    "write it down. It counts at once, and nobody may ask you why."
)
CANNOT_BE_RECALLED = (
    "What a team has read, they have read. If they wrote it down in their own records, it stays "
    "there. You can see who read what, and when, under Who looked."
)
ADULT = "The adult who is named for you says yes too, or you turn 18."

_DUTY = "the council's duty to support care leavers (Children Act 1989, sections 23C to 24D)"
_TASK = f"UK GDPR Article 6(1)(e) and Article 9(2)(g): {_DUTY}."
_CONSENT = "UK GDPR Article 6(1)(a) and Article 9(2)(a): my yes, until I change it."
BASIS: dict[Purpose | None, str] = {
    None: f"{_TASK} Another team reads it only while I say yes (duty of confidence).",
    Purpose.COUNTING: f"{_TASK} I can say not now to being counted.",
    Purpose.QUOTING: _CONSENT,
    Purpose.RESEARCH: _CONSENT,
}
METHODS = {
    "own_phone": "I chose it myself, on my own phone.",
    "beside_me": "My PA wrote it down beside me, and I said that it is right.",
    "noted": "My PA wrote down that I said not now.",
}
PURPOSES = {"counting": "Be counted", "quoting": "Be quoted", "research": "The study"}
COUNTED_AS = {
    Kind.NEVER: "nothing chosen yet",
    Kind.YES: "yes",
    Kind.NOT_NOW: "not now",
    Kind.RAN_OUT: "a yes that ran out",
    Kind.WAITS_FOR_ADULT: "a yes that waits for an adult's",
    Kind.LOCKED: "shared by law",
}
