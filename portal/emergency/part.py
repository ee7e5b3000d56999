"""Emergencies as a part of the app."""

from __future__ import annotations

from flask import Flask, g

from portal.accounts.models import Role
from portal.accounts.signed_in import identify, me
from portal.config import Settings
from portal.emergency import keeping, routes  # noqa: F401
from portal.emergency.queries import tries
from portal.emergency.routes import listing
from portal.emergency.routes.blueprint import FOR, bp
from portal.web import places


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(bp)
    app.jinja_env.globals["emergency_door"] = may_open
    app.jinja_env.globals["emergency_until"] = tries.open_until
    places.register(
        app,
        "staff",
        name="Who opened whom",
        endpoint="emergency.listing",
        position=65,
        count=listing.how_many_wait,
        only_if=listing.is_manager,
    )


def may_open() -> bool:
    """Whether the form is for whoever looks."""
    if "signed_in" not in g:
        # An address at which there never was anything: nobody asked yet who it is.
        identify()
    who = me()
    return who is not None and who.role is Role.STAFF and not who.duties.isdisjoint(FOR)
