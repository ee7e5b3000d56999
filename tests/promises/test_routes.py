from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from portal import hours
from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import StaffViewer
from portal.db import acting_as, clock, session
from portal.promises import actions
from portal.promises.actions import Promised
from portal.voice.models import Entry
from tests.conftest import SignedInAs
from tests.voice.makers import said


def promised(by: Staff, on: UUID) -> str:
    """The address of a promise that was just made."""
    due_on = hours.local(clock()).date() + timedelta(days=2)
    with acting_as(StaffViewer(now=clock(), staff_id=by.id), writes=True):
        made = actions.promise(
            by.id,
            session.get_one(Entry, on),
            Promised(by_id=by.id, what="ring", due_on=due_on, form_key=str(uuid4())),
        )
        return f"/people/{made.care_leaver_id}/promises/{made.id}"


def test_keeping_twice_is_once_and_it_cannot_be_changed_after(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    address, laptop = promised(jo, said(amina).id), signed_in(jo)
    kept = [laptop.post(f"{address}/keep").status_code for _ in range(2)]
    typed = {"what": "write", "due_on": "2999-01-01", "reason": "no answer"}
    changed = laptop.post(f"{address}/change", data=typed)

    assert kept == [303, 303]
    assert changed.status_code == 409
    assert "This promise was kept already." in changed.text


@pytest.mark.parametrize("left_out", ["what", "due_on", "reason"])
def test_a_change_says_what_by_when_and_why(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, left_out: str
) -> None:
    address = promised(jo, said(amina).id)
    typed = {"what": "write", "due_on": "2999-01-01", "reason": "no answer"} | {left_out: ""}

    assert signed_in(jo).post(f"{address}/change", data=typed).status_code == 422


@pytest.mark.parametrize("nosy", ["sam", "harriet", "dev", "ada", "amina", "tyler"])
@pytest.mark.parametrize("verb", ["keep", "change"])
def test_nobody_else_keeps_or_changes_what_jo_promised(
    request: pytest.FixtureRequest,
    signed_in: SignedInAs,
    amina: CareLeaver,
    jo: Staff,
    nosy: str,
    verb: str,
) -> None:
    address = promised(jo, said(amina).id)
    browser = signed_in(request.getfixturevalue(nosy))

    assert browser.post(f"{address}/{verb}").status_code == 404


def test_a_promise_under_another_persons_address_is_not_there(
    signed_in: SignedInAs, amina: CareLeaver, tyler: CareLeaver, jo: Staff
) -> None:
    address = promised(jo, said(amina).id).replace(str(amina.id), str(tyler.id))

    assert signed_in(jo).post(f"{address}/keep").status_code == 404
