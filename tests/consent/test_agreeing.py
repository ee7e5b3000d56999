from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from sqlalchemy.exc import NoResultFound

from portal.accounts.models import CareLeaver, Staff
from portal.consent import lasting
from portal.consent.actions.agreeing import agree, name_adult
from portal.consent.queries.choices import Kind, states
from portal.consent.queries.history import waiting_for_adult
from portal.db import now, session
from portal.errors import Conflict, NotAllowed
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import an_adult, chosen, not_now, terms_of, yes

BORN_ON = date(2009, 7, 10)
AT_17 = datetime(2026, 11, 20, 12, tzinfo=UTC)
AT_18 = lasting.eighteenth


@pytest.fixture
def at_17(asking: Asking, town: Town) -> object:
    """Amina is 17, the council asks an adult, and Nadia is named for her."""
    with time_machine.travel(AT_17, tick=False) as traveller:
        with asking(town.priya, writes=True):
            session.get_one(CareLeaver, town.amina.id).born_on = BORN_ON
            terms_of(town.priya, asks_adult=True)
            an_adult(town.nadia, town.amina, town.priya, AT_18(BORN_ON))
        yield traveller


def kinds(asking: Asking, town: Town) -> list[Kind]:
    with asking(town.amina):
        return [state.kind for state in states(town.amina.id).values()]


def say_yes(asking: Asking, town: Town) -> int:
    with asking(town.amina, writes=True):
        chosen(town.amina, yes(town.teams.housing, town.topics[3]))
        (state,) = states(town.amina.id).values()
        assert state.choice_id is not None
        return state.choice_id


def asked(asking: Asking, who: Staff) -> list[int]:
    with asking(who):
        return [choice.id for choice in waiting_for_adult(who.id)]


def test_a_yes_at_17_waits_for_the_adult_who_is_named(
    asking: Asking, town: Town, at_17: object
) -> None:
    choice_id = say_yes(asking, town)
    assert kinds(asking, town) == [Kind.WAITS_FOR_ADULT]
    assert asked(asking, town.nadia) == [choice_id]
    with asking(town.nadia, writes=True):
        first = agree(town.nadia.id, choice_id)
        assert agree(town.nadia.id, choice_id).id == first.id

    assert kinds(asking, town) == [Kind.YES]
    assert asked(asking, town.nadia) == []


def test_nobody_is_asked_about_a_not_now(asking: Asking, town: Town, at_17: object) -> None:
    choice_id = say_yes(asking, town)
    with asking(town.amina, writes=True):
        chosen(town.amina, not_now(town.teams.housing, town.topics[3]))

    assert kinds(asking, town) == [Kind.NOT_NOW]
    assert asked(asking, town.nadia) == []
    with asking(town.nadia, writes=True), pytest.raises(NoResultFound):
        agree(town.nadia.id, choice_id)


def test_nobody_but_the_adult_who_is_named_agrees(
    asking: Asking, town: Town, at_17: object
) -> None:
    choice_id = say_yes(asking, town)
    for who in (town.jo, town.priya):
        with asking(who, writes=True), pytest.raises(NotAllowed):
            agree(who.id, choice_id)
    with asking(town.vera, writes=True), pytest.raises(NoResultFound):
        agree(town.vera.id, choice_id)


def test_it_ends_at_the_18th_birthday_by_itself(
    asking: Asking, town: Town, at_17: time_machine.Traveller
) -> None:
    say_yes(asking, town)
    at_17.move_to(AT_18(BORN_ON))

    assert kinds(asking, town) == [Kind.YES]
    assert asked(asking, town.nadia) == []
    with asking(town.nadia), pytest.raises(NoResultFound):
        session.get_one(CareLeaver, town.amina.id)


def test_at_18_a_yes_waits_for_nobody(
    asking: Asking, town: Town, at_17: time_machine.Traveller
) -> None:
    at_17.move_to(AT_18(BORN_ON))
    say_yes(asking, town)

    assert kinds(asking, town) == [Kind.YES]


def test_an_adult_is_named_until_the_birthday_and_by_somebody_else(
    asking: Asking, town: Town, at_17: time_machine.Traveller
) -> None:
    with asking(town.priya, writes=True):
        named = name_adult(town.priya.id, town.amina.id, town.vera.id)
        assert named.end_at == AT_18(BORN_ON)
        with pytest.raises(NotAllowed):
            name_adult(town.priya.id, town.amina.id, town.priya.id)
        with pytest.raises(Conflict, match="born"):
            name_adult(town.priya.id, town.tyler.id, town.vera.id)
    at_17.move_to(AT_18(BORN_ON))
    with asking(town.priya, writes=True), pytest.raises(Conflict, match="18"):
        name_adult(town.priya.id, town.amina.id, town.nadia.id)


def test_where_the_council_asks_no_adult_a_yes_counts(
    asking: Asking, town: Town, at_17: object
) -> None:
    with asking(town.priya, writes=True):
        terms_of(town.priya, asks_adult=False, set_at=now())
    say_yes(asking, town)

    assert kinds(asking, town) == [Kind.YES]
