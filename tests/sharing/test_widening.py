from __future__ import annotations

from portal.accounts.about import Reach
from portal.db import acting_as
from portal.voice.models import Entry
from tests.cast import Town
from tests.conftest import SignedInAs
from tests.sharing.boards import choose_on, words_of
from tests.voice.makers import answered, as_care_leaver, said


def reach_of(entry: Entry, town: Town) -> Reach:
    with acting_as(as_care_leaver(town.amina)) as asking:
        return asking.get_one(Entry, entry.id).reach


def test_a_yes_lists_what_goes_less_far_and_widens_nothing_by_itself(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home, phone = town.teams.housing, town.topics[3], signed_in(town.amina)
    team = said(town.amina, "The damp is back.", topic_id=home.id)
    mine = said(town.amina, "I hate it here.", topic_id=home.id, reach="only_me")
    said(town.amina, "About money.", topic_id=town.topics[6].id)
    page = words_of(phone.page(choose_on(phone, housing, [(home, "yes")])))

    assert "2 things about this go less far than your yes" in page
    assert "The damp is back." in page
    assert "I hate it here." in page
    assert "About money." not in page
    assert reach_of(team, town) is Reach.MY_TEAM
    assert reach_of(mine, town) is Reach.ONLY_ME


def widened(signed_in: SignedInAs, town: Town, which: str, *ticked: Entry) -> None:
    phone = signed_in(town.amina)
    saved = choose_on(phone, town.teams.housing, [(town.topics[3], "yes")])
    sent = {"which": which, "thing": [str(entry.id) for entry in ticked]}
    answer = phone.post(f"{saved}widen", data=sent)
    assert answer.status_code == 303


def test_all_are_widened_but_what_is_for_amina_alone(signed_in: SignedInAs, town: Town) -> None:
    about = {"topic_id": town.topics[3].id}
    team, mine = said(town.amina, **about), said(town.amina, **about, reach="only_me")  # type: ignore[arg-type]
    widened(signed_in, town, "all")

    assert reach_of(team, town) is Reach.CHOSEN
    assert reach_of(mine, town) is Reach.ONLY_ME


def test_only_what_was_ticked_is_widened(signed_in: SignedInAs, town: Town) -> None:
    about = {"topic_id": town.topics[3].id}
    team, mine = said(town.amina, **about), said(town.amina, **about, reach="only_me")  # type: ignore[arg-type]
    widened(signed_in, town, "some", mine)

    assert reach_of(team, town) is Reach.MY_TEAM
    assert reach_of(mine, town) is Reach.CHOSEN


def test_none_is_widened(signed_in: SignedInAs, town: Town) -> None:
    team = said(town.amina, topic_id=town.topics[3].id)
    widened(signed_in, town, "none", team)

    assert reach_of(team, town) is Reach.MY_TEAM


def test_what_is_about_something_else_is_not_widened_by_hand(
    signed_in: SignedInAs, town: Town
) -> None:
    money = said(town.amina, topic_id=town.topics[6].id)
    widened(signed_in, town, "some", money)

    assert reach_of(money, town) is Reach.MY_TEAM


def test_what_jo_answered_is_listed_too_and_is_widened_with_the_rest(
    signed_in: SignedInAs, town: Town
) -> None:
    entry = said(town.amina, "The damp is back.", topic_id=town.topics[3].id, reach="chosen")
    answer = answered(town.jo, entry, "I rang the landlord.")
    phone = signed_in(town.amina)
    saved = choose_on(phone, town.teams.housing, [(town.topics[3], "yes")])
    assert "I rang the landlord." in words_of(phone.page(saved))

    phone.post(f"{saved}widen", data={"which": "some", "thing": [str(answer.id)]})

    assert "I rang the landlord." not in words_of(phone.page(saved))
    assert "I rang the landlord." in signed_in(town.harriet).page(f"/people/{town.amina.id}/").text
