from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from portal.accounts.models import CareLeaver, Staff
from tests.cast import Town
from tests.client import Client
from tests.conftest import SignedInAs
from tests.emergency.makers import FORM, REFERENCE, every_try


def all_at_once(doing: list[Callable[[], int]]) -> list[int]:
    with ThreadPoolExecutor(len(doing)) as pool:
        return [each.result() for each in [pool.submit(do) for do in doing]]


def sends(desk: Client, reference: str) -> Callable[[], int]:
    sent = {"category": "missing", "reason": "She is gone.", "reference": reference}
    return lambda: desk.post(FORM, data=sent).status_code


def test_six_tries_in_one_moment_are_three(
    signed_in: SignedInAs, known: CareLeaver, nadia: Staff
) -> None:
    answers = all_at_once([sends(signed_in(nadia), "nobody") for _ in range(6)])

    assert sorted(answers) == [303, 303, 303, 429, 429, 429]
    assert len(every_try()) == 3


def test_of_two_who_open_her_in_one_moment_one_waits(
    signed_in: SignedInAs, known: CareLeaver, town: Town
) -> None:
    desks = [signed_in(who) for who in (town.nadia, town.vera, town.sam)]
    all_at_once([sends(desk, REFERENCE) for desk in desks])

    assert sorted(each.needs_approval for each in every_try()) == [False, True, True]
    assert sum(each.emergency_id is not None for each in every_try()) == 1
