"""Ten-line builders of what somebody said and what came of it, each in a session of its own."""

from __future__ import annotations

from uuid import uuid4

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import CareLeaverViewer, StaffViewer
from portal.db import acting_as, clock
from portal.voice import actions, replies, writing_down
from portal.voice.actions import Saying
from portal.voice.models import Entry, Reply

WORDS = "There is damp on the wall by my bed again."


def saying(words: str = WORDS, **more: object) -> Saying:
    return Saying(**({"words": words, "form_key": str(uuid4()), "reach": Reach.MY_TEAM} | more))  # type: ignore[arg-type]


def as_care_leaver(who: CareLeaver) -> CareLeaverViewer:
    return CareLeaverViewer(now=clock(), care_leaver_id=who.id)


def said(by: CareLeaver, words: str = WORDS, **more: object) -> Entry:
    """Something this care leaver said just now."""
    with acting_as(as_care_leaver(by), writes=True):
        return actions.say(by.id, saying(words, **more))


def answered(by: Staff, on: Entry, words: str = "I rang the landlord.") -> Reply:
    with acting_as(StaffViewer(now=clock(), staff_id=by.id), writes=True) as asking:
        entry = asking.get_one(Entry, on.id)
        return replies.answer(by.id, entry, words, str(uuid4()))


def written_down(by: Staff, for_: CareLeaver, words: str = WORDS) -> Entry:
    with acting_as(StaffViewer(now=clock(), staff_id=by.id), writes=True):
        return writing_down.write_down(by.id, for_.id, saying(words))
