"""What a care leaver was told about their account, as a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from portal.accounts.actions.telling import What
from portal.accounts.models import Telling

SENTENCES = {
    What.ADVISER_BEGINS: "{about} is your PA now.",
    What.COVER_BEGINS: "{about} covers for your PA for a while.",
    What.ADVISER_ENDS: "{about} is not your PA any more.",
    What.INVOLVED: "{about} works with you now.",
    What.INVOLVEMENT_ENDS: "{about} does not work with you any more.",
    What.WRONG_PINS: "Somebody typed a wrong PIN on one of your phones.",
    What.WRONG_KEYS: "Somebody tried to come in again with a wrong PIN or wrong words.",
    What.PHONE_ADDED: "A phone was added to your account.",
    What.PHONE_ENDED: "A phone was taken off your account.",
    What.CAME_IN_AGAIN: "Somebody came in to your account again.",
    What.NEW_PIN: "Your PIN was changed.",
    What.ASKED_FOR_A_MANAGER: "Somebody asked a manager to let them in to your account.",
    What.NEW_WORDS: "You have new recovery words.",
}


@dataclass(frozen=True)
class Told:
    at: datetime
    words: str


def in_words(telling: Telling) -> Told:
    """What it says; what we have no sentence for speaks for itself."""
    sentence = SENTENCES.get(What(telling.what)) if telling.what in set(What) else None
    words = sentence.format(about=telling.about or "Somebody") if sentence else telling.about
    return Told(telling.told_at, words or "Something changed in your account.")
