from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from portal.accounts.about import Reach
from portal.accounts.models import CareLeaver
from portal.consent.actions.choosing import Wish, choose
from portal.consent.models import Choice, Receipt
from portal.db import clock
from portal.sharing.previewing import NOTHING_SHOWN, Difference, would_change
from tests.cast import Town
from tests.conftest import Asking
from tests.makers import fixed_id
from tests.voice.makers import said

HOME, MONEY = fixed_id("home"), fixed_id("money")


def wish(team_id: UUID, topic_id: UUID = HOME, *, is_yes: bool = True) -> Wish:
    until = clock() + timedelta(days=30) if is_yes else None
    return Wish(is_yes=is_yes, team_id=team_id, topic_id=topic_id, until=until)


def differences(asking: Asking, amina: CareLeaver, *wishes: Wish) -> list[Difference]:
    with asking(amina):
        return would_change(amina.id, wishes)


def test_a_yes_says_how_many_things_more_and_from_when_on(
    asking: Asking, town: Town, amina: CareLeaver
) -> None:
    for topic_id in (HOME, HOME, MONEY):
        said(amina, reach=Reach.CHOSEN, topic_id=topic_id)
    said(amina, reach=Reach.MY_TEAM, topic_id=HOME)

    (housing,) = differences(asking, amina, wish(town.teams.housing.id))

    assert (housing.team, housing.more, housing.fewer) == ("Housing", 2, 0)
    assert housing.words.startswith("2 things more, from ")


def test_a_not_now_says_how_many_fewer(asking: Asking, town: Town, amina: CareLeaver) -> None:
    said(amina, reach=Reach.CHOSEN, topic_id=HOME)
    with asking(amina, writes=True):
        choose(amina.id, fixed_id("a yes"), [wish(town.teams.housing.id)], NOTHING_SHOWN)

    (housing,) = differences(asking, amina, wish(town.teams.housing.id, is_yes=False))

    assert (housing.more, housing.fewer) == (0, 1)


def test_it_says_so_for_each_team_and_counts_what_they_see_already(
    asking: Asking, town: Town, amina: CareLeaver
) -> None:
    said(amina, reach=Reach.CHOSEN, topic_id=HOME)
    with asking(amina, writes=True):
        choose(amina.id, fixed_id("a yes"), [wish(town.teams.housing.id)], NOTHING_SHOWN)

    found = differences(
        asking, amina, wish(town.teams.housing.id), wish(town.teams.virtual_school.id)
    )

    assert [(one.team, one.more) for one in found] == [("Housing", 0), ("Virtual school", 1)]


def test_nothing_is_chosen_by_looking_first(asking: Asking, town: Town, amina: CareLeaver) -> None:
    differences(asking, amina, wish(town.teams.housing.id))

    with asking(amina) as asked:
        kept = [asked.scalar(select(func.count()).select_from(kind)) for kind in (Choice, Receipt)]
        assert kept == [0, 0]


def test_it_is_told_in_a_request_that_writes_as_well(
    asking: Asking, town: Town, amina: CareLeaver
) -> None:
    said(amina, reach=Reach.CHOSEN, topic_id=HOME)

    with asking(amina, writes=True):
        (housing,) = would_change(amina.id, [wish(town.teams.housing.id)])

    assert housing.more == 1
