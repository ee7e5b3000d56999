from __future__ import annotations

from sqlalchemy import func, select

from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import StaffViewer
from portal.db import acting_as, now, supposing
from portal.voice import actions
from portal.voice.models import Entry
from tests.conftest import Asking
from tests.voice.makers import saying


def seen_by(one: Staff) -> int:
    with acting_as(StaffViewer(now=now(), staff_id=one.id)) as asked:
        return asked.scalar(select(func.count()).select_from(Entry)) or 0


def test_what_is_supposed_is_there_for_whoever_is_asked_meanwhile(
    asking: Asking, amina: CareLeaver, jo: Staff
) -> None:
    with asking(amina), supposing():
        actions.say(amina.id, saying())

        assert seen_by(jo) == 1


def test_nothing_of_it_is_left(asking: Asking, amina: CareLeaver, jo: Staff) -> None:
    with asking(amina), supposing():
        actions.say(amina.id, saying())

    with asking(jo):
        assert seen_by(jo) == 0


def test_what_was_written_before_stays(asking: Asking, amina: CareLeaver, jo: Staff) -> None:
    with asking(amina, writes=True):
        actions.say(amina.id, saying())
        with supposing():
            actions.say(amina.id, saying())

            assert seen_by(jo) == 2

    with asking(jo):
        assert seen_by(jo) == 1


def test_a_mistake_meanwhile_leaves_nothing_either(
    asking: Asking, amina: CareLeaver, jo: Staff
) -> None:
    try:
        with asking(amina), supposing():
            actions.say(amina.id, saying())
            raise LookupError
    except LookupError:
        pass

    with asking(jo):
        assert seen_by(jo) == 0
