from __future__ import annotations

import pytest

from portal.accounts.models import Staff, Topic
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock, session
from tests.cast import TOPICS, Town
from tests.client import Client
from tests.conftest import SignedInAs

PAGE = "/admin/topics"


@pytest.fixture
def desk(ada: Staff, signed_in: SignedInAs) -> Client:
    return signed_in(ada)


def offered(desk: Client) -> list[str]:
    return [each.text.strip() for each in desk.page(PAGE).select("table th a")]


def topic(town: Town, name: str) -> Topic:
    return next(each for each in town.topics if each.name == name)


def test_ada_adds_a_topic_at_the_end(desk: Client) -> None:
    assert desk.fill_in(PAGE, PAGE, name="getting around").status_code == 303

    assert offered(desk) == [*TOPICS, "getting around"]


def test_a_topic_needs_a_name_of_its_own(desk: Client, town: Town) -> None:
    health = f"{PAGE}/{topic(town, 'health').id}"

    assert desk.fill_in(PAGE, PAGE, name="Money").status_code == 422
    assert desk.fill_in(PAGE, PAGE, name=" ").status_code == 422
    assert desk.fill_in(health, health, name="money").status_code == 422
    assert desk.fill_in(health, health, name="health").status_code == 303


def test_a_topic_in_other_words_is_the_same_topic(desk: Client, town: Town) -> None:
    page = f"{PAGE}/{topic(town, 'home').id}"
    assert desk.fill_in(page, page, name="where I live").status_code == 303

    with acting_as(Nobody(now=clock())):
        assert session.get_one(Topic, topic(town, "home").id).name == "where I live"


def test_one_moves_up_at_a_time(desk: Client, town: Town) -> None:
    for _ in range(2):
        desk.post(f"{PAGE}/{topic(town, 'work').id}/up")

    assert offered(desk)[:3] == ["work", "people who support me", "learning"]
    desk.post(f"{PAGE}/{topic(town, 'work').id}/up")
    assert offered(desk)[0] == "work"


def test_a_retired_topic_is_offered_to_nobody_and_can_come_back(
    desk: Client, town: Town, signed_in: SignedInAs
) -> None:
    desk.post(f"{PAGE}/{topic(town, 'money').id}/retire")
    assert "money" not in offered(desk)
    assert "money" not in signed_in(town.amina).get("/my-voice/").text

    desk.post(f"{PAGE}/{topic(town, 'money').id}/bring-back")
    assert offered(desk) == list(TOPICS)


def test_the_last_topic_stays(desk: Client, town: Town) -> None:
    *all_but_one, last = town.topics
    for each in all_but_one:
        assert desk.post(f"{PAGE}/{each.id}/retire").status_code == 303

    assert desk.post(f"{PAGE}/{last.id}/retire").status_code == 422


def test_ada_says_what_a_team_does(desk: Client, town: Town) -> None:
    page = f"/admin/teams/{town.teams.housing.id}"
    assert desk.fill_in(page, page, name="Data and intelligence").status_code == 422

    does = "Finds you a home and mends it."
    assert desk.fill_in(page, page, name="Homes", does=does).status_code == 303

    assert does in desk.get("/admin/teams").text


@pytest.mark.parametrize("page", [PAGE, "/admin/terms/", "/admin/locks/"])
def test_these_are_no_pages_of_a_pa(jo: Staff, signed_in: SignedInAs, page: str) -> None:
    assert signed_in(jo).get(page).status_code == 404
