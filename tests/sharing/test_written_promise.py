"""A promise goes to another team with what it was before it was changed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from portal.accounts.models import CareLeaver, Staff
from portal.db import now
from portal.promises.actions import Promised, change, promise
from portal.promises.models import Promise
from portal.voice.models import Entry
from tests.casefile.reading import here, words_of
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import yes_to
from tests.makers import fixed_id
from tests.voice.makers import said


def changed_promise(asking: Asking, by: Staff, on: Entry) -> Promise:
    with asking(by, writes=True) as session:
        due_on = now().date() + timedelta(days=9)
        what = Promised(by_id=by.id, what="ring them", due_on=due_on, form_key=str(uuid4()))
        made = promise(by.id, session.get_one(Entry, on.id), what)
        return change(by.id, made.id, "write to them", due_on, "They never answer.")


def test_housing_reads_the_promise_and_how_it_was_changed(
    amina: CareLeaver,
    jo: Staff,
    harriet: Staff,
    town: Town,
    asking: Asking,
    signed_in: SignedInAs,
) -> None:
    with asking(amina, writes=True):
        yes_to(town.teams.housing, town.topics[3], amina)
    entry = said(amina, reach="chosen", topic_id=fixed_id("home"))
    address = f"/sharing/written/promise/{changed_promise(asking, jo, entry).id}/"
    assert "write to them" not in words_of(signed_in(harriet), here(amina))

    signed_in(amina).fill_in(address, address, reach="chosen")

    theirs = words_of(signed_in(harriet), here(amina))
    assert "write to them" in theirs
    assert "Before: ring them" in theirs
    assert "They never answer." in theirs
