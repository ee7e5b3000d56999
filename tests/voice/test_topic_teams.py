"""Something new about a topic offers the teams that were said yes to about it."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup

from portal.accounts.models import CareLeaver
from tests.casefile.reading import words_of
from tests.cast import Town
from tests.client import HTMX, Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import yes_to
from tests.makers import fixed_id
from tests.voice.makers import said

HOME, MONEY = fixed_id("home"), fixed_id("money")


@pytest.fixture
def phone(signed_in: SignedInAs, amina: CareLeaver, asking: Asking, town: Town) -> Client:
    """Amina's, who said yes to Housing about home."""
    with asking(amina, writes=True):
        yes_to(town.teams.housing, town.topics[3], amina)
    return signed_in(amina)


def offered(page: BeautifulSoup) -> tuple[str, bool]:
    """What the widest choice is called, and whether it is chosen."""
    radio = page.select_one("[name=reach][value=chosen]")
    assert radio is not None
    label = page.select_one(f"label[for={radio['id']}]")
    assert label is not None
    return label.get_text(strip=True), radio.has_attr("checked")


def test_housing_is_offered_by_name_for_the_topic(phone: Client) -> None:
    assert offered(phone.page(f"/my-voice/?topic={HOME}")) == ("Also Housing", False)


def test_it_is_ticked_when_it_was_chosen_last(phone: Client, amina: CareLeaver) -> None:
    said(amina, reach="chosen", topic_id=HOME)

    assert offered(phone.page(f"/my-voice/?topic={HOME}")) == ("Also Housing", True)


@pytest.mark.parametrize("asked", ["", f"?topic={MONEY}", "?topic=nothing"])
def test_no_team_is_named_for_another_topic_or_for_none(phone: Client, asked: str) -> None:
    assert offered(phone.page(f"/my-voice/{asked}")) == ("Also the teams you said yes to", False)


def test_the_topic_is_chosen_on_the_page(phone: Client) -> None:
    chosen = phone.page(f"/my-voice/?topic={HOME}").select_one("#topic option[selected]")

    assert chosen is not None
    assert chosen["value"] == str(HOME)


def test_which_teams_is_asked_again_when_the_topic_changes(phone: Client) -> None:
    told = [phone.get(f"/my-voice/teams?topic={one}", headers=HTMX).text for one in (HOME, MONEY)]

    assert "Housing, about home." in told[0]
    assert "You said yes to no team about this topic yet." in told[1]


def test_without_script_the_same_is_a_page(phone: Client) -> None:
    assert "Housing, about home" in words_of(phone, "/my-voice/teams")


def test_what_was_said_of_the_entry_names_the_team_too(phone: Client, amina: CareLeaver) -> None:
    entry = said(amina, topic_id=HOME)

    assert offered(phone.page(f"/my-voice/{entry.id}/reach"))[0] == "Also Housing"


def test_after_a_yes_the_way_leads_there(phone: Client, town: Town) -> None:
    page = f"/sharing/teams/{town.teams.no_wrong_door.id}/"
    yes = phone.page(page).select_one(f'fieldset input[name*="{HOME.hex[:12]}"][value^="yes"]')
    assert yes is not None

    chosen: dict[str, Any] = {str(yes["name"]): str(yes["value"])}
    kept = phone.fill_in(page, page, **chosen)

    there = phone.page(kept.location).select_one('main a[href^="/my-voice/?topic="]')
    assert there is not None
    assert offered(phone.page(str(there["href"])))[0] == "Also Housing and No Wrong Door"
