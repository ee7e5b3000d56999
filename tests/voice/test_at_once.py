from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import StaffViewer
from portal.db import acting_as, clock, session
from portal.errors import Conflict
from portal.voice import actions, writing_down
from portal.voice.models import Entry
from portal.voice.writing_down import WrongPin
from tests.conftest import Asking, SignedInAs
from tests.voice.makers import as_care_leaver, said, saying, written_down


def at_once(app: Flask, *verbs: Callable[[], object]) -> list[object]:
    """Each in a thread of its own, all starting in the same moment."""
    together = Barrier(len(verbs))

    def run(verb: Callable[[], object]) -> object:
        with app.app_context():
            together.wait()
            return verb()

    with ThreadPoolExecutor(len(verbs)) as threads:
        return list(threads.map(run, verbs))


def test_one_form_sent_twice_at_once_is_one_entry(app: Flask, amina: CareLeaver) -> None:
    same = saying()

    def say() -> object:
        with acting_as(as_care_leaver(amina), writes=True):
            return actions.say(amina.id, same).id

    assert len(set(at_once(app, say, say, say))) == 1


def test_one_page_sent_twice_at_once_answers_both_with_the_same_entry(
    app: Flask, signed_in: SignedInAs, amina: CareLeaver
) -> None:
    phones = [signed_in(amina), signed_in(amina)]
    typed = {"words": "damp", "form_key": "6c3b1a52-4a8e-4b33-9a58-0e3a8f3a6f01"}
    sent = at_once(
        app, *(lambda p=phone: p.post("/my-voice/", data=typed).location for phone in phones)
    )

    assert len(set(sent)) == 1
    assert None not in sent


def test_two_wrong_pins_at_once_count_as_two(app: Flask, amina: CareLeaver, jo: Staff) -> None:
    entry_id = written_down(jo, amina).id

    def try_pin() -> object:
        with acting_as(StaffViewer(now=clock(), staff_id=jo.id), writes=True):
            return writing_down.confirm_here(session.get_one(Entry, entry_id), "000000")

    tried = at_once(app, try_pin, try_pin)

    assert sorted(one.left for one in tried if isinstance(one, WrongPin)) == [1, 2]


def test_taking_back_twice_at_once_leaves_one_withdrawal(
    app: Flask, asking: Asking, amina: CareLeaver
) -> None:
    entry_id = said(amina).id

    def withdraw() -> object:
        try:
            with acting_as(as_care_leaver(amina), writes=True):
                actions.withdraw(amina.id, entry_id)
        except Conflict:
            return "too late"
        return "done"

    assert sorted(map(str, at_once(app, withdraw, withdraw))) == ["done", "too late"]
