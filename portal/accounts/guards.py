"""Who may come to a route. Each says whom it is for, and sends everybody else away."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast
from urllib.parse import quote

from flask import request
from sqlalchemy.exc import NoResultFound

from portal.accounts.models import Duty, Role
from portal.accounts.signed_in import SignedIn, me
from portal.web.audience import audience
from portal.web.fragments import turned_away

View = TypeVar("View", bound=Callable[..., Any])


def care_leavers(view: View) -> View:
    return _guard("care leavers", lambda who: who.role is Role.CARE_LEAVER, view)


def staff(view: View) -> View:
    return _guard("staff", lambda who: who.role is Role.STAFF, view)


def signed_in(view: View) -> View:
    """Care leavers and staff alike."""
    return _guard("whoever is signed in", lambda who: True, view)


def staff_with(*duties: Duty) -> Callable[[View], View]:
    """Staff who have one of these duties in some team."""
    name = "staff with " + ", ".join(duties)

    def guard(view: View) -> View:
        def has_duty(who: SignedIn) -> bool:
            return who.role is Role.STAFF and not who.duties.isdisjoint(duties)

        return _guard(name, has_duty, view)

    return guard


def _guard(name: str, may_come: Callable[[SignedIn], bool], view: View) -> View:
    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        who = me()
        if who is None or who.needs_pin:
            return turned_away(_sign_in())
        if not may_come(who):
            # As if there were no such page: a 403 would say that there is one.
            raise NoResultFound
        return view(*args, **kwargs)

    return audience(name)(cast("View", guarded))


def _sign_in() -> str:
    way_back = request.full_path.rstrip("?") if request.method == "GET" else ""
    return f"/sign-in?to={quote(way_back)}" if way_back else "/sign-in"
