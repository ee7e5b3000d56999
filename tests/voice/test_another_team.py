from __future__ import annotations

from portal.accounts.about import Reach
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import yes_to
from tests.voice.makers import said


def test_harriets_answer_is_read_and_jo_is_still_awaited(
    signed_in: SignedInAs, asking: Asking, town: Town
) -> None:
    home = town.topics[3]
    with asking(town.amina, writes=True):
        yes_to(town.teams.housing, home, by=town.amina)
    entry = said(town.amina, kind="worry", reach=Reach.CHOSEN, topic_id=home.id)
    address, laptop = f"/people/{town.amina.id}/said/{entry.id}", signed_in(town.harriet)
    laptop.fill_in(f"{address}/", f"{address}/answer", words="The fan comes on Friday.")
    page = signed_in(town.amina).page(f"/my-voice/{entry.id}/").text

    assert "that stays to be given" in laptop.page(f"{address}/").text
    assert "The fan comes on Friday." in page
    assert "answers too by" in page
    assert signed_in(town.jo).page("/inbox/").select_one(f"#waits-{entry.id}")
