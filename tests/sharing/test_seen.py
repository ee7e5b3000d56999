from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver, Staff
from tests.casefile.reading import here, words_of
from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs
from tests.makers import fixed_id
from tests.voice.makers import answered, said

HOME, MONEY = fixed_id("home"), fixed_id("money")


def test_amina_sees_what_housing_sees_and_nothing_else(
    phone: Client, housing: str, amina: CareLeaver, yes_about_home: None
) -> None:
    said(amina, "The damp is back.", reach=Reach.CHOSEN, topic_id=HOME)
    said(amina, "I am short of money.", reach=Reach.CHOSEN, topic_id=MONEY)
    said(amina, "For leaving care only.", reach=Reach.MY_TEAM, topic_id=HOME)

    page = words_of(phone, housing)

    assert "The damp is back." in page
    assert "short of money" not in page
    assert "leaving care only" not in page


def test_it_is_what_harriet_has_on_her_page(
    phone: Client,
    housing: str,
    signed_in: SignedInAs,
    amina: CareLeaver,
    harriet: Staff,
    jo: Staff,
    yes_about_home: None,
) -> None:
    damp = said(amina, "The damp is back.", reach=Reach.CHOSEN, topic_id=HOME)
    answered(jo, damp, "I rang the landlord.")

    theirs = signed_in(harriet).page(here(amina)).select(".desk__words .card")
    mine = phone.page(housing).select(".desk__words .card")

    assert len(mine) == len(theirs) == 1
    assert mine[0].select_one(".words") == theirs[0].select_one(".words")
    assert "landlord" not in str(mine) + str(theirs)


def test_there_is_nothing_to_press_and_no_way_to_the_pages_of_staff(
    phone: Client, housing: str, amina: CareLeaver, yes_about_home: None
) -> None:
    said(amina, reach=Reach.CHOSEN, topic_id=HOME)

    main = phone.page(housing).select_one("main")

    assert main is not None
    assert not main.select("form, button, input")
    assert not main.select('a[href^="/people"]')


def test_nobody_is_written_down_as_having_looked(
    phone: Client,
    housing: str,
    amina: CareLeaver,
    yes_about_home: None,
    looks_at_amina: Callable[[], int],
) -> None:
    said(amina, reach=Reach.CHOSEN, topic_id=HOME)

    phone.page(housing)

    assert looks_at_amina() == 0


def test_filters_stay_on_the_page(
    phone: Client, housing: str, amina: CareLeaver, yes_about_home: None
) -> None:
    said(amina, "The damp is back.", reach=Reach.CHOSEN, topic_id=HOME)

    assert "The damp is back." in words_of(phone, f"{housing}?topic={HOME}")
    assert "Nothing here is like that" in words_of(phone, f"{housing}?topic={MONEY}")


def test_a_team_with_which_nobody_works_says_so(phone: Client, town: Town) -> None:
    page = words_of(phone, f"/sharing/{town.teams.virtual_school.id}/seen/")

    assert "Nobody of Virtual school works with you now" in page


def test_there_is_no_such_page_for_leaving_care_or_for_no_team(phone: Client, town: Town) -> None:
    for team_id in (town.teams.leaving_care.id, town.teams.data.id, UUID(int=7)):
        assert phone.get(f"/sharing/{team_id}/seen/").status_code == 404
