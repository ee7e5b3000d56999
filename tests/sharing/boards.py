"""The board on somebody's phone: what is chosen on it, and what was chosen before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from bs4 import BeautifulSoup, Tag

from portal.accounts.models import CareLeaver, Team, Topic
from portal.consent.actions.choosing import Wish, choose
from portal.consent.models import Receipt
from portal.consent.receipts import TextShown
from portal.db import acting_as
from portal.sharing.cells import name_of
from tests.client import Client
from tests.voice.makers import as_care_leaver

SHOWN = TextShown("en", "1", "A yes ends by itself.")
BOARD = "/sharing/"


def chose(by: CareLeaver, *wishes: Wish) -> Receipt:
    """What this care leaver chose a moment ago."""
    with acting_as(as_care_leaver(by), writes=True):
        receipt = choose(by.id, uuid4(), wishes, SHOWN)
    assert receipt is not None
    return receipt


def yes(team: Team, topic: Topic, until: datetime | None = None) -> Wish:
    return Wish(is_yes=True, team_id=team.id, topic_id=topic.id, until=until)


def not_now(team: Team, topic: Topic) -> Wish:
    return Wish(is_yes=False, team_id=team.id, topic_id=topic.id)


def page_of(team: Team) -> str:
    return f"/sharing/teams/{team.id}/"


def cell(team: Team, topic: Topic) -> str:
    return name_of((team.id, topic.id))


def radio(page: BeautifulSoup, team: Team, topic: Topic, answer: str) -> Tag:
    found = page.select_one(f'[name="{cell(team, topic)}"][value^="{answer}."]')
    assert found is not None, f"The page does not ask about {team.name} and {topic.name}."
    return found


def value(page: BeautifulSoup, team: Team, topic: Topic, answer: str) -> str:
    return str(radio(page, team, topic, answer)["value"])


def chosen(page: BeautifulSoup, team: Team, topic: Topic) -> str:
    """Which of the two is chosen, if one is."""
    for answer in ("yes", "not_now"):
        if radio(page, team, topic, answer).has_attr("checked"):
            return answer
    return ""


def choose_on(
    phone: Client, team: Team, answers: dict[Topic, str] | list[tuple[Topic, str]], **more: str
) -> str:
    """Choose on the team's own page. Where the answer leads."""
    page = phone.page(page_of(team))
    pairs = answers.items() if isinstance(answers, dict) else answers
    typed: dict[str, Any] = {
        cell(team, topic): value(page, team, topic, said) for topic, said in pairs
    }
    answer = phone.fill_in(page_of(team), page_of(team), **(typed | more))
    assert answer.status_code == 303, f"{answer.status_code}: {answer.text[:2000]}"
    return str(answer.location)


def id_in(address: str) -> UUID:
    return UUID(address.rstrip("/").rsplit("/", 1)[-1])


def words_of(page: BeautifulSoup) -> str:
    main = page.select_one("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())
