"""Who would see an entry, and who no longer, before its author chooses that."""

from __future__ import annotations

import pytest

from portal.accounts.models import CareLeaver, Staff
from portal.voice.models import Entry
from tests.casefile.reading import here
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import yes_to
from tests.makers import fixed_id
from tests.voice.makers import said

HOME = fixed_id("home")
HARRIET = "New: Harriet Lane (Housing officer, Housing)."


@pytest.fixture
def phone(signed_in: SignedInAs, amina: CareLeaver) -> Client:
    return signed_in(amina)


@pytest.fixture
def yes_about_home(asking: Asking, town: Town, amina: CareLeaver) -> None:
    with asking(amina, writes=True):
        yes_to(town.teams.housing, town.topics[3], amina)


def note(phone: Client, entry: Entry, reach: str) -> str:
    """What stands under one choice on its page."""
    page = phone.page(f"/my-voice/{entry.id}/reach")
    radio = page.select_one(f'[name=reach][value="{reach}"]')
    assert radio is not None
    found = page.select_one(f"#{radio.get('aria-describedby', 'nothing')}")
    return " ".join(found.get_text(" ").split()) if found else ""


def test_widening_names_who_would_see_it_newly(
    phone: Client, amina: CareLeaver, yes_about_home: None
) -> None:
    entry = said(amina, topic_id=HOME)

    assert note(phone, entry, "chosen") == f"Housing, about home. {HARRIET}"


def test_without_a_yes_nobody_would_be_new(phone: Client, amina: CareLeaver) -> None:
    entry = said(amina, topic_id=HOME)

    assert note(phone, entry, "chosen") == "You said yes to no team about this topic yet."


def test_narrowing_names_who_no_longer_and_who_has_read_it(
    phone: Client, amina: CareLeaver, jo: Staff, signed_in: SignedInAs
) -> None:
    entry = said(amina)
    signed_in(jo).get(here(amina))

    only_me = note(phone, entry, "only_me")

    assert "No longer: Jo Marsh (Personal adviser, Leaving care), who read it on " in only_me
    assert "Priya Nair (Leaving care manager, Leaving care), who has not opened it." in only_me


def test_looking_at_the_choices_changes_nothing(
    phone: Client, amina: CareLeaver, asking: Asking, yes_about_home: None
) -> None:
    entry = said(amina, topic_id=HOME)

    note(phone, entry, "chosen")

    with asking(amina) as session:
        assert session.get_one(Entry, entry.id).reach == "my_team"


def test_looking_at_the_choices_is_no_look_of_staff(phone: Client, amina: CareLeaver) -> None:
    entry = said(amina)

    note(phone, entry, "only_me")

    page = phone.get(f"/my-voice/{entry.id}/").text
    assert "Nobody has read it yet." in page
    assert "Nobody has looked yet" in phone.get("/who-looked/").text


def test_who_it_is_not_for_is_not_named_as_new(phone: Client, amina: CareLeaver, jo: Staff) -> None:
    entry = said(amina, reach="only_me", not_for_id=jo.id)

    team = note(phone, entry, "my_team")

    assert "New: Priya Nair (Leaving care manager, Leaving care)." in team
