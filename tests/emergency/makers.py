"""An emergency, from the form to the manager's list."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select
from werkzeug.test import TestResponse

from portal.accounts.models import CareLeaver, Duty, Reference, Staff, Team
from portal.accounts.viewers import Housekeeping
from portal.db import acting_as, clock, session
from portal.emergency.models import EmergencyTry
from tests.client import Client
from tests.makers import a_member_of_staff

FORM, LIST, LOOKED = "/emergency/", "/emergency/list", "/who-looked/"
REFERENCE = "LCS-20417"
BORN = date(2007, 5, 14)
WHY = "She did not come home and does not answer."


def known_by(person: CareLeaver, reference: str = REFERENCE, born_on: date = BORN) -> None:
    """What a case system knows of them."""
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        session.get_one(CareLeaver, person.id).born_on = born_on
        known = Reference(care_leaver_id=person.id, system="LCS", value=reference)
        session.add(known)


def a_manager(name: str, team: Team) -> Staff:
    with acting_as(Housekeeping(now=clock(), name="import"), writes=True):
        return a_member_of_staff(name, "Leaving care manager", team, Duty.MANAGER)


def try_it(desk: Client, **typed: str) -> TestResponse:
    """Fills in the form by the reference, unless told otherwise."""
    known = {"category": "missing", "reason": WHY}
    sought = {} if "full_name" in typed else {"reference": REFERENCE}
    return desk.fill_in(FORM, FORM, **(known | sought | typed))  # type: ignore[arg-type]


def every_try() -> list[EmergencyTry]:
    with acting_as(Housekeeping(now=clock(), name="emergency")):
        return list(session.scalars(select(EmergencyTry).order_by(EmergencyTry.tried_at)))


def the_try() -> UUID:
    return every_try()[-1].id


def at(try_id: UUID, verb: str = "") -> str:
    return f"/emergency/tries/{try_id}" + (f"/{verb}" if verb else "")


def words_of(page: Client, address: str) -> str:
    main = page.page(address).select_one("main")
    assert main is not None
    return " ".join(main.get_text(" ").split())
