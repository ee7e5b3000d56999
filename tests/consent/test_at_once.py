from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from itertools import pairwise
from threading import Barrier
from uuid import UUID, uuid4

from portal.consent.actions.choosing import Wish
from portal.consent.queries.history import history
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import chosen, every_choice, not_now, yes

AT_ONCE = 6


def save_at_once(asking: Asking, town: Town, *forms: tuple[UUID, Wish]) -> None:
    start = Barrier(len(forms))

    def save(key: UUID, wish: Wish) -> None:
        start.wait()
        with asking(town.amina, writes=True):
            chosen(town.amina, wish, key=key)

    with ThreadPoolExecutor(len(forms)) as pool:
        sent = [pool.submit(copy_context().run, partial(save, *form)) for form in forms]
        for each in sent:
            each.result()


def test_one_form_sent_six_times_at_once_makes_one(asking: Asking, town: Town) -> None:
    form = (uuid4(), yes(town.teams.housing, town.topics[3]))
    save_at_once(asking, town, *[form] * AT_ONCE)

    with asking(town.amina):
        assert len(every_choice()) == 1
        assert len(history(town.amina.id)) == 1


def test_forms_that_cross_follow_one_another(asking: Asking, town: Town) -> None:
    """Whichever comes last counts, and each says truly what was before it."""
    cell = (town.teams.housing, town.topics[3])
    forms = [(uuid4(), wish) for wish in (yes(*cell), not_now(*cell)) * 3]
    save_at_once(asking, town, *forms)

    with asking(town.amina):
        said = [choice.is_yes for choice in every_choice()]
        assert said
        assert all(one != next_ for one, next_ in pairwise(said))
