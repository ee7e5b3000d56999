from __future__ import annotations

from datetime import timedelta

import time_machine
from sqlalchemy import select

from portal.consent.models import Choice
from portal.consent.queries.choices import About, Kind, states
from portal.db import acting_as, clock
from portal.sharing.lengths import last_day
from portal.web.dates import on_day
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.sharing.boards import cell, chose, words_of, yes
from tests.voice.makers import as_care_leaver

ENDING = "/sharing/running-out/"


def stands(town: Town) -> Kind:
    with acting_as(as_care_leaver(town.amina)):
        return states(town.amina.id)[About(town.teams.housing.id, town.topics[3].id)].kind


def test_home_is_silent_while_a_yes_lasts_long(signed_in: SignedInAs, town: Town) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3]))

    assert "yours end" not in words_of(signed_in(town.amina).page("/"))


def test_thirty_days_before_home_says_what_ends_and_when(
    signed_in: SignedInAs, town: Town, asking: Asking
) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3]))
    with asking(town.amina) as asked:
        end_at = asked.scalars(select(Choice.end_at)).one()
    assert end_at is not None
    with time_machine.travel(end_at - timedelta(days=31)):
        assert "ends soon" not in words_of(signed_in(town.amina).page("/"))
    with time_machine.travel(end_at - timedelta(days=29)):
        page = words_of(signed_in(town.amina).page("/"))
        day = on_day(last_day(end_at))

    assert f"Housing about home, after {day}." in page


def test_what_ran_out_is_said_and_renews_only_when_amina_says_so(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home = town.teams.housing, town.topics[3]
    chose(town.amina, yes(housing, home, until=clock() + timedelta(days=2)))
    with time_machine.travel(clock() + timedelta(days=3)):
        phone = signed_in(town.amina)
        assert "1 yes of yours ended" in words_of(phone.page("/"))
        assert "Nobody there sees it since." in words_of(phone.page(ENDING))
        assert stands(town) is Kind.RAN_OUT

        saved = phone.fill_in(ENDING, ENDING, ending=cell(housing, home))

        assert "Yes, until" in words_of(phone.page(saved.location))
        assert stands(town) is Kind.YES
        assert "of yours ended" not in words_of(phone.page("/"))


def test_a_yes_that_still_lasts_is_made_longer(signed_in: SignedInAs, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    chose(town.amina, yes(housing, home, until=clock() + timedelta(days=5)))
    phone = signed_in(town.amina)
    phone.fill_in(ENDING, ENDING, ending=cell(housing, home))

    assert "Nothing ends soon" in words_of(phone.page(ENDING))


def test_amina_can_leave_it_ended_and_is_not_reminded_again(
    signed_in: SignedInAs, town: Town
) -> None:
    housing, home = town.teams.housing, town.topics[3]
    chose(town.amina, yes(housing, home, until=clock() + timedelta(days=2)))
    with time_machine.travel(clock() + timedelta(days=3)):
        phone = signed_in(town.amina)
        phone.post(ENDING, data={"ending": cell(housing, home), "then": "end"})

        assert stands(town) is Kind.NOT_NOW
        assert "of yours ended" not in words_of(phone.page("/"))


def test_ticking_nothing_changes_nothing(signed_in: SignedInAs, town: Town) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3], until=clock() + timedelta(days=2)))
    phone = signed_in(town.amina)
    answer = phone.fill_in(ENDING, ENDING)

    assert "You ticked nothing" in words_of(phone.page(answer.location))


def test_tyler_is_reminded_of_nothing_of_aminas(signed_in: SignedInAs, town: Town) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3], until=clock() + timedelta(days=2)))

    assert "Nothing new" in words_of(signed_in(town.tyler).page("/"))


def test_a_yes_of_a_week_is_told_of_in_its_last_two_days_and_not_before(
    signed_in: SignedInAs, town: Town
) -> None:
    chose(town.amina, yes(town.teams.housing, town.topics[3], until=clock() + timedelta(days=7)))
    assert "ends soon" not in words_of(signed_in(town.amina).page("/"))

    with time_machine.travel(clock() + timedelta(days=6)):
        assert "1 yes of yours ends soon" in words_of(signed_in(town.amina).page("/"))
