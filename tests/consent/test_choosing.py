from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
import time_machine

from portal.consent import lasting
from portal.consent.actions.choosing import Wish
from portal.consent.models import LockedCell, Purpose
from portal.consent.queries.boards import board
from portal.consent.queries.choices import About, Kind, running_out, states
from portal.db import clock, now, session
from portal.errors import Conflict
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import chosen, every_choice, not_now, terms_of, yes

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def kinds(town: Town) -> dict[About, Kind]:
    return {about: state.kind for about, state in states(town.amina.id).items()}


def test_only_what_differs_makes_rows(asking: Asking, town: Town) -> None:
    home, money, housing = town.topics[3], town.topics[6], town.teams.housing
    with asking(town.amina, writes=True):
        chosen(town.amina, yes(housing, home), not_now(housing, money))
        again = chosen(town.amina, yes(housing, home), not_now(housing, money))

        assert again is None
        assert [choice.is_yes for choice in every_choice()] == [True, False]


def test_a_form_that_is_sent_twice_makes_one_receipt(asking: Asking, town: Town) -> None:
    key, cell = uuid4(), (town.teams.housing, town.topics[3])
    with asking(town.amina, writes=True):
        first = chosen(town.amina, yes(*cell), key=key)
    with asking(town.amina, writes=True):
        chosen(town.amina, not_now(*cell))
    with asking(town.amina, writes=True):
        second = chosen(town.amina, yes(*cell), key=key)

        assert first is not None
        assert second is not None
        assert second.id == first.id
        assert [choice.is_yes for choice in every_choice()] == [True, False]


def test_the_same_key_of_somebody_else_is_another_form(asking: Asking, town: Town) -> None:
    key, cell = uuid4(), (town.teams.housing, town.topics[3])
    with asking(town.amina, writes=True):
        aminas = chosen(town.amina, yes(*cell), key=key)
    with asking(town.tyler, writes=True):
        tylers = chosen(town.tyler, yes(*cell), key=key)

    assert aminas is not None
    assert tylers is not None
    assert aminas.id != tylers.id


def test_two_changes_within_the_same_second_end_with_the_later_one(
    asking: Asking, town: Town
) -> None:
    cell = (town.teams.housing, town.topics[3])
    with time_machine.travel(NOON, tick=False):
        for wish in (yes(*cell), not_now(*cell), yes(*cell), not_now(*cell)):
            with asking(town.amina, writes=True):
                chosen(town.amina, wish)
        with asking(town.amina):
            assert {choice.made_at for choice in every_choice()} == {NOON}
            assert list(kinds(town).values()) == [Kind.NOT_NOW]


def test_a_yes_lasts_as_long_as_the_council_set_and_never_longer(
    asking: Asking, town: Town
) -> None:
    cell, soon = (town.teams.housing, town.topics[3]), clock() + timedelta(days=3)
    with asking(town.ada, writes=True):
        terms_of(town.ada, months=6)
    with asking(town.amina, writes=True):
        chosen(town.amina, yes(*cell))
        chosen(town.amina, yes(*cell, until=soon))
        chosen(town.amina, yes(*cell, until=now() + timedelta(days=700)))

        half_a_year = lasting.in_months(now(), 6)
        assert [choice.end_at for choice in every_choice()] == [half_a_year, soon, half_a_year]


def test_a_day_that_is_over_is_no_end(asking: Asking, town: Town) -> None:
    with asking(town.amina, writes=True), pytest.raises(Conflict, match="over"):
        chosen(town.amina, yes(town.teams.housing, town.topics[3], until=now()))


def test_purposes_stand_apart_from_the_teams(asking: Asking, town: Town) -> None:
    with asking(town.amina, writes=True):
        chosen(town.amina, Wish(is_yes=False, purpose=Purpose.COUNTING))
        chosen(town.amina, Wish(is_yes=True, purpose=Purpose.RESEARCH))

        found = board(town.amina.id)
        assert {purpose: state.kind for purpose, state in found.purposes.items()} == {
            Purpose.COUNTING: Kind.NOT_NOW,
            Purpose.QUOTING: Kind.NEVER,
            Purpose.RESEARCH: Kind.YES,
        }
        assert {state.kind for state in found.cells.values()} == {Kind.NEVER}


def test_a_locked_cell_takes_no_yes_and_always_a_not_now(asking: Asking, town: Town) -> None:
    housing, home = town.teams.housing, town.topics[3]
    with asking(town.amina, writes=True):
        chosen(town.amina, yes(housing, home))
    with asking(town.ada, writes=True):
        session.add(a_lock(town))
    with asking(town.amina, writes=True):
        cell = board(town.amina.id).cells[housing.id, home.id]
        assert (cell.kind, cell.reason, cell.own_words) == (Kind.LOCKED, "By law.", True)

        chosen(town.amina, not_now(housing, home))
        assert not board(town.amina.id).cells[housing.id, home.id].own_words
        with pytest.raises(Conflict, match="by law"):
            chosen(town.amina, yes(housing, home))


def a_lock(town: Town) -> LockedCell:
    cell = {"team_id": town.teams.housing.id, "topic_id": town.topics[3].id}
    by = {"set_by_id": town.ada.id, "confirmed_by_id": town.priya.id, "confirmed_at": now()}
    return LockedCell(reason="By law.", first_day_at=now(), **cell, **by)


def test_what_ends_soon_or_ran_out_is_named_until_it_is_answered(
    asking: Asking, town: Town
) -> None:
    housing, home, money = town.teams.housing, town.topics[3], town.topics[6]
    with time_machine.travel(NOON, tick=False), asking(town.amina, writes=True):
        chosen(town.amina, yes(housing, home, until=NOON + timedelta(days=29)))
        chosen(town.amina, yes(housing, money))
        assert [each.about.topic_id for each in running_out(town.amina.id)] == [home.id]
    with time_machine.travel(NOON + timedelta(days=30)), asking(town.amina, writes=True):
        (over,) = running_out(town.amina.id)
        assert over.is_over
        assert kinds(town)[over.about] is Kind.RAN_OUT
        chosen(town.amina, not_now(housing, home))
        assert running_out(town.amina.id) == []
