from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask

from portal.accounts.viewers import Housekeeping
from portal.consent.models import LockedCell
from portal.db import acting_as, clock, session
from portal.promises.models import Promise
from tests.cast import Town
from tests.consent.makers import answered, said
from tests.emergency.scene import on_the_list
from tests.journeys.browsing import LAPTOP
from tests.journeys.checking import check_at_every_size
from tests.journeys.conftest import Browsing
from tests.journeys.pages.every import WHOSE, pages_of
from tests.notes.makers import begun, opened_together, wrote
from tests.records.arriving import Desk, a_mapping, a_source
from tests.records.extracts import a_note
from tests.sharing.boards import chose, yes
from tests.sharing.makers import a_waiting_choice

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("case_note")]


@pytest.fixture
def ids(town: Town, tmp_path: Path) -> dict[str, Any]:
    """Something to see on every page: said, answered, promised, written down, brought in."""
    amina, jo, day = town.amina, town.jo, clock().date()
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        entry = said(amina, "The damp is back. الرطوبة", topic_id=town.topics[3].id)
        answer = answered(entry, jo, "I come on Friday.")
        written = said(amina, "I would like to cook.", written_down_by_id=jo.id)
        common = {"care_leaver_id": amina.id, "author_id": jo.id, "held_by_id": amina.team_id}
        more = {"reach": entry.reach, "released_at": clock(), "form_key": uuid4().hex}
        promise = Promise(entry_id=entry.id, by_id=jo.id, what="Ring", due_on=day, **common, **more)
        session.add(promise)
    desk = Desk(tmp_path, a_source(town.teams.data, "Housing system"), a_mapping())
    return {
        "person_id": amina.id,
        "care_leaver_id": amina.id,
        "staff_id": jo.id,
        "team_id": town.teams.housing.id,
        "topic_id": town.topics[3].id,
        "lock_id": a_lock(town).id,
        "entry_id": entry.id,
        "voice_written.hand_over entry_id": written.id,
        "promise_id": promise.id,
        "import_id": desk.rehearse(a_note("N1", "A1")).id,
        "preset": "leaving-care-only",
        "kind": "answer",
        "thing_id": answer.id,
        "receipt_id": chose(amina, yes(town.teams.housing, town.topics[3])).id,
        "waiting_id": a_waiting_choice(town).id,
        **on_the_list(town),
        **a_letter(town),
    }


def a_letter(town: Town) -> dict[str, Any]:
    note = begun(town.jo, town.amina)
    passage = wrote(town.jo, note)
    opened_together(town.jo, note)
    return {"note_id": note.id, "passage_id": passage.id}


def a_lock(town: Town) -> LockedCell:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        lock = LockedCell(
            team_id=town.teams.housing.id,
            topic_id=town.topics[3].id,
            reason="The council must check that your home is safe.",
            first_day_at=clock(),
            set_by_id=town.priya.id,
        )
        session.add(lock)
    return lock


@pytest.mark.parametrize("who", sorted(set(WHOSE.values())))
def test_nothing_is_wrong_with_any_page_by_day_by_night_near_and_far(
    browsing: Browsing, app: Flask, town: Town, ids: dict[str, Any], who: str
) -> None:
    page = browsing(LAPTOP, getattr(town, who, None))
    addresses = list(pages_of(who, app, ids))
    wrong: dict[str, list[str]] = {}
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{who} gets {answer.status} at {address}"
        wrong[address] = check_at_every_size(page)

    assert addresses
    assert {address: found for address, found in wrong.items() if found} == {}
