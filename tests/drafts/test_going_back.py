from __future__ import annotations

from portal.accounts.models import CareLeaver
from tests.conftest import SignedInAs
from tests.voice.makers import said

BY_ITSELF = {"X-By-Itself": "1"}


def test_what_was_begun_as_an_answer_or_a_change_can_be_thrown_away(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry, phone = said(amina), signed_in(amina)
    for form, page in ((f"answer-{entry.id}", ""), (f"edit-{entry.id}", "edit")):
        address = f"/my-voice/{entry.id}/{page}"
        phone.post(f"/drafts/{form}", data={"words": "half a sent"}, headers=BY_ITSELF)
        assert "half a sent" in phone.page(address).text
        button = phone.page(address).select_one("[data-draft-discard]")
        assert button is not None
        phone.post(str(button["formaction"]), data={"back": address})

        assert "half a sent" not in phone.page(address).text


def test_a_feeling_once_picked_can_be_unpicked_without_script(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    entry, phone = said(amina, feeling="bad", kind="worry"), signed_in(amina)
    address = f"/my-voice/{entry.id}/edit"
    phone.fill_in(address, address, feeling="", kind="")
    page = phone.page(address)

    assert not page.select("[name='feeling'][checked], [name='kind'][checked]")
