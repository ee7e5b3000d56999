"""Amina reads what Jo wrote to her, and writes in it."""

from __future__ import annotations

from portal.accounts.models import CareLeaver, Staff
from tests.client import HTMX
from tests.conftest import SignedInAs
from tests.notes.makers import TO_AMINA, begun, opened_together, reworded, sent, wrote

HERS = "I told them twice already."


def test_a_note_that_was_sent_is_counted_until_amina_opened_it(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    wrote(jo, note)
    sent(jo, note)
    phone = signed_in(amina)

    assert "not read yet" in phone.page("/notes/").text
    assert TO_AMINA in phone.page(f"/notes/{note.id}/").text
    assert "not read yet" not in phone.page("/notes/").text
    assert "Read " in signed_in(jo).page(f"/people/{amina.id}/notes/{note.id}/").text


def test_a_hard_note_first_says_what_it_is_about(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina, hard_about="what your father wrote to us")
    wrote(jo, note)
    sent(jo, note)

    before = signed_in(amina).page(f"/notes/{note.id}/").text

    assert "what your father wrote to us" in before
    assert TO_AMINA not in before
    assert TO_AMINA in signed_in(amina).page(f"/notes/{note.id}/?now=yes").text


def test_amina_writes_in_the_note_and_jo_reads_it_in_her_voice(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    opened_together(jo, note)
    address = f"/notes/{note.id}/"

    signed_in(amina).fill_in(address, address, words=HERS)

    page = signed_in(jo).page(f"/people/{amina.id}/notes/{note.id}/")
    hers = page.select_one(".passage--care-leaver")
    assert hers is not None
    assert "Amina" in hers.text
    assert HERS in hers.text


def test_what_one_keeps_comes_to_the_other_and_nothing_new_is_no_content(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    opened_together(jo, note)
    phone = signed_in(amina)
    poll = phone.page(f"/notes/{note.id}/").select_one("[hx-trigger='every 2s']")
    assert poll is not None
    address = str(poll["hx-get"])
    assert phone.get(address, headers=HTMX).status_code == 204

    wrote(jo, note)

    assert TO_AMINA in phone.get(address, headers=HTMX).text


def test_a_sent_note_is_not_asked_for_again_and_again(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    wrote(jo, note)
    sent(jo, note)

    assert not signed_in(amina).page(f"/notes/{note.id}/").select("[hx-trigger]")


def test_amina_says_not_yet_then_fair_and_the_note_says_so_to_jo(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    wrote(jo, note)
    sent(jo, note)
    phone, address = signed_in(amina), f"/people/{amina.id}/notes/{note.id}/"

    phone.post(f"/notes/{note.id}/fair", data={"fair": "no"})
    assert "Amina says: not yet fair" in signed_in(jo).page(address).text
    phone.post(f"/notes/{note.id}/fair", data={"fair": "yes"})
    signed_in(jo).post(f"{address}fair")

    assert "Both say that it is fair" in signed_in(jo).page(address).text


def test_two_tabs_with_one_passage_show_both_versions_and_lose_neither(
    signed_in: SignedInAs, amina: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    passage = wrote(jo, note)
    reworded(jo, passage.id, "Amina, your room is lovely.", passage.version)

    answer = signed_in(jo).post(
        f"/notes/{note.id}/passages/{passage.id}/",
        data={"words": "Amina, I liked your room.", "from_version": "1"},
    )

    assert answer.status_code == 409
    assert "Amina, your room is lovely." in answer.text
    assert "Amina, I liked your room." in answer.text


def test_tyler_finds_no_note_of_aminas(
    signed_in: SignedInAs, amina: CareLeaver, tyler: CareLeaver, jo: Staff
) -> None:
    note = begun(jo, amina)
    wrote(jo, note)
    sent(jo, note)

    assert signed_in(tyler).get(f"/notes/{note.id}/").status_code == 404
    assert signed_in(tyler).get(f"/notes/{note.id}/now").status_code == 404
