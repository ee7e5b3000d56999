"""Who works with Amina now, and what becomes of promises when her PA changes."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from portal.accounts.models import CareLeaver, Staff
from portal.db import now
from portal.promises.actions import Promised, keep, promise
from portal.promises.models import Promise
from portal.voice.models import Entry
from tests.accounts.giving import give
from tests.casefile.reading import here, words_of
from tests.conftest import Asking, SignedInAs
from tests.voice.makers import said


def promised(asking: Asking, by: Staff, on: Entry) -> Promise:
    with asking(by, writes=True) as session:
        due_on = now().date() + timedelta(days=9)
        what = Promised(by_id=by.id, what="ring them", due_on=due_on, form_key=str(uuid4()))
        return promise(by.id, session.get_one(Entry, on.id), what)


def test_amina_reads_who_works_with_her_and_since_when(
    amina: CareLeaver, signed_in: SignedInAs
) -> None:
    around = words_of(signed_in(amina), "/sharing/", "#around-me")

    assert "Jo Marsh your PA · Leaving care · since " in around
    assert "Harriet Lane Housing officer · Housing · since " in around
    assert "Priya" not in around


def test_what_jo_promised_passes_to_sam_by_name(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    entry = said(amina)
    promised(asking, jo, entry)
    page = f"/my-voice/{entry.id}/"
    assert "keeps this now" not in words_of(signed_in(amina), page)

    give(signed_in(priya), amina, sam)

    passed = "Sam Okafor keeps this now, as the PA after Jo ."
    assert passed in words_of(signed_in(amina), page)
    assert passed in words_of(signed_in(amina), "/")
    assert passed in words_of(signed_in(sam), here(amina))


def test_sam_keeps_it_and_jo_cannot_any_more(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    kept = promised(asking, jo, said(amina))
    give(signed_in(priya), amina, sam)

    address = f"/people/{amina.id}/promises/{kept.id}/keep"
    assert signed_in(jo).post(address).status_code == 404
    assert signed_in(sam).post(address).status_code == 303


def test_what_was_kept_stays_with_who_kept_it(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs, asking: Asking
) -> None:
    entry = said(amina)
    one = promised(asking, jo, entry)
    with asking(jo, writes=True):
        keep(jo.id, one.id)

    give(signed_in(priya), amina, sam)

    assert "keeps this now" not in words_of(signed_in(amina), f"/my-voice/{entry.id}/")


def test_nothing_that_was_said_is_lost_to_sam(
    amina: CareLeaver, jo: Staff, sam: Staff, priya: Staff, signed_in: SignedInAs
) -> None:
    said(amina, "The damp is back.", reach="my_adviser", wish="talk")

    give(signed_in(priya), amina, sam)

    assert "The damp is back." in words_of(signed_in(sam), here(amina))
    assert "The damp is back." in words_of(signed_in(sam), "/inbox/")
    assert signed_in(jo).get(here(amina)).status_code == 404
