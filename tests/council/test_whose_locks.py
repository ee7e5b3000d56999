from __future__ import annotations

from portal.accounts.models import CareLeaver, Duty
from portal.accounts.viewers import Nobody
from portal.db import acting_as, clock
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking, SignedInAs
from tests.council.locking import PAGE, lock, press, told
from tests.makers import a_care_leaver, a_membership, a_team


def test_a_lock_of_another_leaving_care_team_is_told_to_its_own_alone(
    ada_desk: Client, priya_desk: Client, town: Town, amina: CareLeaver, asking: Asking
) -> None:
    with acting_as(Nobody(now=clock()), writes=True):
        north = a_team("Leaving care north", town.teams.leaving_care.kind)
        kai = a_care_leaver("Kai", "Reed", north)
    lock(ada_desk, town, team=str(north.id))
    press(priya_desk, "confirm")

    assert told(asking, amina) == []
    assert told(asking, kai) == ["lock_begins: “home” with Leaving care north"]


def test_a_manager_of_another_team_locks_nothing(town: Town, signed_in: SignedInAs) -> None:
    with acting_as(Nobody(now=clock()), writes=True):
        a_membership(town.harriet, town.teams.housing, Duty.MANAGER)

    assert signed_in(town.harriet).get(PAGE).status_code == 403


def test_priya_sees_how_many_locks_wait_for_her(
    ada_desk: Client, priya_desk: Client, town: Town
) -> None:
    lock(ada_desk, town)

    place = priya_desk.page("/team/").select_one(f"nav a[href='{PAGE}']")
    assert place is not None
    assert place.text.split() == ["Shared", "by", "law", "1"]
    assert not ada_desk.page(PAGE).select(f"header nav a[href='{PAGE}']")
