"""What others wrote and released to Amina: who sees it is hers to choose."""

from __future__ import annotations

import pytest

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from portal.db import now
from portal.records.models import CaseRecord
from portal.voice.models import Entry, Reply
from tests.casefile.reading import here, words_of
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import a_source, on_record, yes_to
from tests.makers import fixed_id
from tests.voice.makers import answered, said

HOME = fixed_id("home")


@pytest.fixture
def phone(signed_in: SignedInAs, amina: CareLeaver) -> Client:
    return signed_in(amina)


@pytest.fixture
def damp(asking: Asking, town: Town, amina: CareLeaver) -> Entry:
    """An entry that Housing sees."""
    with asking(amina, writes=True):
        yes_to(town.teams.housing, town.topics[3], amina)
    return said(amina, "The damp is back.", reach=Reach.CHOSEN, topic_id=HOME)


@pytest.fixture
def reply(damp: Entry, jo: Staff) -> Reply:
    return answered(jo, damp, "I rang the landlord.")


def address(reply: Reply) -> str:
    return f"/sharing/written/answer/{reply.id}/"


def move(phone: Client, reply: Reply, reach: str) -> int:
    return phone.fill_in(address(reply), address(reply), reach=reach).status_code


def test_an_answer_of_jo_stays_with_leaving_care_until_amina_widens_it(
    phone: Client, amina: CareLeaver, harriet: Staff, reply: Reply, signed_in: SignedInAs
) -> None:
    assert "I rang the landlord." not in words_of(signed_in(harriet), here(amina))

    assert move(phone, reply, "chosen") == 303
    assert "I rang the landlord." in words_of(signed_in(harriet), here(amina))

    assert move(phone, reply, "my_team") == 303
    assert "I rang the landlord." not in words_of(signed_in(harriet), here(amina))


def test_the_page_names_who_would_be_new_and_the_team_of_the_topic(
    phone: Client, reply: Reply
) -> None:
    page = words_of(phone, address(reply))

    assert "Housing, about home. New: Harriet Lane (Housing officer, Housing)." in page
    assert "Leaving care alone" in page


def test_it_names_who_no_longer_and_who_has_read_it(
    phone: Client, amina: CareLeaver, harriet: Staff, reply: Reply, signed_in: SignedInAs
) -> None:
    move(phone, reply, "chosen")
    signed_in(harriet).get(here(amina))

    page = words_of(phone, address(reply))

    assert "No longer: Harriet Lane (Housing officer, Housing), who read it on" in page


@pytest.mark.parametrize("reach", ["only_me", "figures", "my_adviser", "everybody", ""])
def test_it_goes_between_these_two_and_nowhere_else(
    phone: Client, reply: Reply, asking: Asking, amina: CareLeaver, reach: str
) -> None:
    assert move(phone, reply, reach) == 422
    with asking(amina) as session:
        assert session.get_one(Reply, reply.id).reach == Reach.MY_TEAM


def test_her_own_answer_is_not_among_them(
    phone: Client, amina: CareLeaver, asking: Asking, damp: Entry
) -> None:
    with asking(amina, writes=True) as session:
        about = {"care_leaver_id": amina.id, "held_by_id": amina.team_id, "entry_id": damp.id}
        mine = Reply(author_id=amina.id, reach="my_team", words="Thanks.", form_key="k", **about)
        session.add(mine)

    assert phone.get(address(mine)).status_code == 404
    assert "Thanks." not in words_of(phone, "/sharing/written/")


def test_a_record_is_there_once_it_is_released(
    phone: Client, amina: CareLeaver, town: Town, asking: Asking
) -> None:
    with asking(town.jo, writes=True) as session:
        lcs = a_source("LCS", town.teams.leaving_care)
        record = on_record(amina, lcs, "Rang the landlord.", topic_id=HOME)
        page = f"/sharing/written/record/{record.id}/"
    assert phone.get(page).status_code == 404

    with asking(town.jo, writes=True) as session:
        session.get_one(CaseRecord, record.id).released_at = now()

    assert phone.fill_in(page, page, reach="chosen").status_code == 303
    assert "and the teams you said yes to" in words_of(phone, "/sharing/written/")


def test_the_list_and_the_entry_lead_to_it(phone: Client, damp: Entry, reply: Reply) -> None:
    for page in ("/sharing/written/", f"/my-voice/{damp.id}/"):
        assert phone.page(page).select_one(f'main a[href="{address(reply)}"]')


def test_tyler_does_not_get_there(tyler: CareLeaver, reply: Reply, signed_in: SignedInAs) -> None:
    assert signed_in(tyler).get(address(reply)).status_code == 404
