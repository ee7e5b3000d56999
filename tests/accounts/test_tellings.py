from __future__ import annotations

import pytest

from portal.accounts.actions.telling import What, tell
from portal.accounts.models import CareLeaver
from portal.accounts.queries import tellings
from portal.accounts.viewers import CareLeaverViewer
from portal.db import acting_as, clock
from tests.conftest import SignedInAs


@pytest.mark.parametrize("what", What)
def test_everything_that_is_told_has_a_sentence(amina: CareLeaver, what: What) -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=amina.id), writes=True):
        tell(amina.id, what, "Harriet Lane")
        (told,) = tellings.not_yet_seen()

    assert told.words.endswith(".")
    assert "{" not in told.words


def test_home_and_settings_say_it_in_the_same_words(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=amina.id), writes=True):
        tell(amina.id, What.COVER_BEGINS, "Sam Field")
    phone = signed_in(amina)

    words = "Sam Field is there for you while your PA is away."

    assert words in phone.page("/").text
    assert words in phone.page("/settings/told").text


def test_a_page_of_what_happened_says_how_much_more_there_is(
    signed_in: SignedInAs, amina: CareLeaver
) -> None:
    with acting_as(CareLeaverViewer(now=clock(), care_leaver_id=amina.id), writes=True):
        for _ in range(tellings.A_PAGE + 1):
            tell(amina.id, What.NEW_PIN)
    phone = signed_in(amina)

    page = phone.page("/settings/told")
    more = page.select_one("nav.pager")
    older = page.select_one("nav.pager a[rel=next]")

    assert more is not None
    assert older is not None
    assert f"{tellings.A_PAGE} of {tellings.A_PAGE + 1}" in more.text
    rest = phone.page(str(older["href"]))
    assert f"1 of {tellings.A_PAGE + 1}" in rest.text
    assert rest.text.count("Your PIN was changed.") == 1
    assert rest.select_one("nav.pager a[rel=next]") is None
