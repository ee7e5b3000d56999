"""Jo writes to Amina."""

from __future__ import annotations

from typing import Any

from portal.accounts.models import CareLeaver, Staff
from tests.client import HTMX
from tests.conftest import SignedInAs
from tests.notes.makers import TO_AMINA, begun, opened_together, sent, wrote

HEADING: dict[str, Any] = {"title": "Your new room", "day": "2026-03-03", "contact": "in_person"}


def test_jo_begins_a_note_and_nobody_but_jo_sees_it(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    answer = signed_in(jo).fill_in(f"/people/{amina.id}/notes/new", **HEADING)

    assert answer.status_code == 303
    address = answer.location
    assert "Only you see this so far" in signed_in(jo).page(address).text
    assert signed_in(priya).get(address).status_code == 404
    assert "No notes yet" in signed_in(amina).page("/notes/").text


def test_a_note_without_a_title_keeps_the_rest(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    answer = signed_in(jo).fill_in(
        f"/people/{amina.id}/notes/new", **(HEADING | {"title": "", "purpose": "to say thank you"})
    )

    assert answer.status_code == 422
    assert "Give the note a title first." in answer.text
    assert "to say thank you" in answer.text


def test_what_jo_keeps_in_a_note_of_their_own_is_not_read_by_amina_before_it_is_sent(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    address = f"/people/{amina.id}/notes/{note.id}/"
    signed_in(jo).fill_in(address, address, words=TO_AMINA)

    assert signed_in(amina).get(f"/notes/{note.id}/").status_code == 404
    signed_in(jo).post(f"{address}send")
    assert TO_AMINA in signed_in(amina).page(f"/notes/{note.id}/").text


def test_an_empty_note_is_not_sent(signed_in: SignedInAs, amina: CareLeaver, jo: Staff) -> None:
    note = begun(jo, amina)

    answer = signed_in(jo).post(f"/people/{amina.id}/notes/{note.id}/send")

    assert answer.status_code == 409
    assert "There is nothing in this note yet." in answer.text


def test_housing_neither_writes_a_note_into_leaving_care_nor_reads_one(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, harriet: Staff
) -> None:
    note = begun(jo, amina)
    wrote(jo, note)
    sent(jo, note)

    assert signed_in(harriet).get(f"/people/{amina.id}/notes/{note.id}/").status_code == 404


def test_sam_who_does_not_know_amina_gets_no_page_to_write_on(
    signed_in: SignedInAs, amina: CareLeaver, sam: Staff
) -> None:
    assert signed_in(sam).get(f"/people/{amina.id}/notes/new").status_code == 404


def test_the_margin_says_a_plainer_word_while_jo_writes_and_keeps_every_word(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    typed = {"words": "Amina, you have two siblings."}
    address = f"/people/{amina.id}/notes/{note.id}/margin"

    live = signed_in(jo).post(address, data=typed, headers=HTMX).text
    without_script = signed_in(jo).post(address, data=typed).text

    assert "brothers and sisters" in live
    assert "Amina, you have two siblings." in without_script


def test_priya_reads_a_note_that_was_opened_and_changes_none_of_its_words(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff, priya: Staff
) -> None:
    note = begun(jo, amina)
    passage = wrote(jo, note)
    opened_together(jo, note)
    laptop = signed_in(priya)

    assert TO_AMINA in laptop.page(f"/people/{amina.id}/notes/{note.id}/").text
    answer = laptop.post(
        f"/notes/{note.id}/passages/{passage.id}/", data={"words": "No.", "from_version": "1"}
    )
    assert answer.status_code == 403
    assert laptop.post(f"/people/{amina.id}/notes/{note.id}/send").status_code == 403
