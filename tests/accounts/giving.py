"""Who gives whom to whom, on the page for it, and what came of it."""

from __future__ import annotations

from sqlalchemy import select

from portal.accounts.models import CareLeaver, Staff, Telling
from tests.client import Client
from tests.conftest import Asking


def give(desk: Client, whom: CareLeaver, to: Staff, **typed: str) -> int:
    address = f"/people/{whom.id}/team"
    sent: dict[str, str] = {"staff": str(to.id)} | typed
    allocations = f"/people/{whom.id}/allocations"
    return desk.fill_in(address, allocations, **sent).status_code  # type: ignore[arg-type]


def knows(asking: Asking, who: Staff, whom: CareLeaver) -> bool:
    with asking(who) as session:
        return session.get(CareLeaver, whom.id) is not None


def told(asking: Asking, whom: CareLeaver) -> list[str]:
    with asking(whom) as session:
        return [f"{each.what}: {each.about}" for each in session.scalars(select(Telling))]


def confirm(desk: Client, kind: str = "allocations") -> int:
    form = desk.page("/team/").select_one(f"form[action^='/team/{kind}']")
    assert form is not None
    return desk.post(str(form["action"])).status_code
