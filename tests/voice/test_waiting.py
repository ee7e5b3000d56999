from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from portal import hours
from portal.accounts.about import Reach
from portal.accounts.models import Away, CareLeaver, Staff
from portal.accounts.viewers import Housekeeping, StaffViewer
from portal.config import current
from portal.db import acting_as, clock, session
from portal.voice import actions, inbox
from portal.voice.models import Waiting
from portal.voice.shown import Waits
from tests.conftest import Asking, SignedInAs
from tests.voice.makers import answered, as_care_leaver, said


def waits_for(who: Staff) -> list[Waits]:
    with acting_as(StaffViewer(now=clock(), staff_id=who.id)):
        found = inbox.waiting_for(who.id)
        assert len(found) == inbox.count_waiting(who.id)
        return found


def due(of: CareLeaver) -> list[date]:
    with acting_as(as_care_leaver(of)):
        return list(session.scalars(select(Waiting.due_on).order_by(Waiting.made_at)))


def away(who: Staff) -> None:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True) as asking:
        asking.add(Away(staff_id=who.id, start_at=clock() - timedelta(hours=1)))


def test_what_asks_for_nothing_waits_for_nobody(amina: CareLeaver, jo: Staff) -> None:
    said(amina, wish="just_know")
    said(amina, kind="worry", reach=Reach.ONLY_ME)

    assert waits_for(jo) == []


def test_a_worry_comes_first_then_the_oldest(amina: CareLeaver, jo: Staff) -> None:
    first = said(amina, "change my room", wish="change")
    second = said(amina, "change my bed", wish="change")
    worry = said(amina, "it is damp", kind="worry")

    assert [one.entry_id for one in waits_for(jo)] == [worry.id, first.id, second.id]


def test_it_is_due_after_working_days_and_a_worry_sooner(amina: CareLeaver) -> None:
    said(amina, wish="change")
    said(amina, wish="talk")
    today = hours.local(clock()).date()

    expected = [hours.working_days_after(today, 3), hours.working_days_after(today, 1)]
    assert due(amina) == expected


def test_priya_has_it_the_same_minute_when_jo_is_away(
    amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    entry = said(amina, wish="talk")
    assert waits_for(priya) == []

    away(jo)

    assert [one.entry_id for one in waits_for(priya)] == [entry.id]


def test_priya_sees_that_something_waits_for_jo_alone_and_not_its_words(
    amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    said(amina, wish="talk", reach=Reach.MY_ADVISER)
    away(jo)
    (waits,) = waits_for(priya)

    assert waits.adviser_only
    assert waits.entry is None


def test_what_is_not_for_jo_waits_for_priya_alone(
    amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    said(amina, wish="talk", not_for_id=jo.id)

    assert waits_for(jo) == []
    assert len(waits_for(priya)) == 1


def test_what_is_unread_after_a_working_day_stands_with_priya_too(
    app: Flask, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    friday = datetime(2026, 3, 6, 12, tzinfo=current().zone)
    with time_machine.travel(friday, tick=False):
        said(amina, wish="change")
    for day, count in ((friday + timedelta(days=3), 0), (friday + timedelta(days=4), 1)):
        with time_machine.travel(day, tick=False):
            assert len(waits_for(jo)) == 1
            assert len(waits_for(priya)) == count


def test_reading_and_answering_are_noted(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    entry = said(amina, wish="talk")
    assert waits_for(jo)[0].read_at is None

    signed_in(jo).get(f"/people/{amina.id}/said/{entry.id}/")
    assert waits_for(jo)[0].read_at is not None

    answered(jo, entry)
    assert waits_for(jo) == []


def test_what_is_taken_back_waits_no_more_and_waits_again_when_undone(
    amina: CareLeaver, jo: Staff
) -> None:
    entry = said(amina, wish="talk")
    with acting_as(as_care_leaver(amina), writes=True):
        actions.withdraw(amina.id, entry.id)
    assert waits_for(jo) == []

    with acting_as(as_care_leaver(amina), writes=True):
        actions.undo_withdrawing(amina.id, entry.id)
    assert len(waits_for(jo)) == 1


@pytest.mark.parametrize("nosy", ["sam", "harriet", "dev", "ada"])
def test_nothing_of_amina_waits_for_others(
    request: pytest.FixtureRequest, asking: Asking, amina: CareLeaver, nosy: str
) -> None:
    said(amina, wish="talk", kind="worry")

    assert waits_for(request.getfixturevalue(nosy)) == []
