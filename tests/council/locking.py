"""What is done about locks again and again, by its address."""

from __future__ import annotations

from sqlalchemy import select

from portal.accounts.models import CareLeaver, Telling
from portal.accounts.viewers import Nobody
from portal.consent.models import LockedCell
from portal.db import acting_as, clock, session
from tests.cast import Town
from tests.client import Client
from tests.conftest import Asking

PAGE = "/admin/locks/"
WHY = "The council must check that your home is safe."


def lock(desk: Client, town: Town, **typed: str) -> int:
    home = next(each for each in town.topics if each.name == "home")
    sent = {"team": str(town.teams.housing.id), "topic": str(home.id), "reason": WHY} | typed
    return desk.fill_in(PAGE, PAGE, **sent).status_code  # type: ignore[arg-type]


def the_lock() -> LockedCell:
    with acting_as(Nobody(now=clock())):
        return session.scalars(select(LockedCell)).one()


def press(desk: Client, what: str) -> int:
    return desk.post(f"{PAGE}{the_lock().id}/{what}").status_code


def told(asking: Asking, whom: CareLeaver) -> list[str]:
    with asking(whom) as session:
        return [f"{each.what}: {each.about}" for each in session.scalars(select(Telling))]
