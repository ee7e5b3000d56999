"""What every template knows: the site, who looks, and the places they can go to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask import Flask, current_app, g, url_for
from flask_wtf.csrf import generate_csrf

from portal import config, hours
from portal.config import Settings
from portal.db import now
from portal.help_numbers import HelpNumber
from portal.web.assets import fingerprint
from portal.web.places import places_for
from portal.web.style import brand_css


@dataclass(frozen=True)
class Site:
    """What pages say of the portal itself."""

    settings: Settings

    @property
    def name(self) -> str:
        return self.settings.site_name

    @property
    def council(self) -> str:
        return self.settings.council

    @property
    def out_of_hours(self) -> str:
        return self.settings.out_of_hours

    @property
    def help_numbers(self) -> tuple[HelpNumber, ...]:
        return self.settings.help_numbers

    @property
    def is_demo(self) -> bool:
        return self.settings.is_demo

    @property
    def leave_to(self) -> str:
        return self.settings.leave_to or url_for("shell.left")

    @property
    def hours(self) -> str:
        return hours.office_hours()

    @property
    def reading_now(self) -> str:
        return hours.reading_now(now())

    @property
    def brand_css(self) -> str:
        style = brand_css(self.settings)
        return url_for("shell.brand_css", v=fingerprint(style.encode()))


def init_app(app: Flask) -> None:
    app.context_processor(_known_everywhere)
    app.jinja_env.globals["form_token"] = generate_csrf
    app.jinja_env.globals["form_key"] = uuid4


def tell_who(app: Flask, provider: Callable[[], Any]) -> None:
    """Let pages know who looks: somebody with a `role`, or None."""
    app.extensions["who"] = provider


def _known_everywhere() -> dict[str, Any]:
    me = who()
    role = None if getattr(me, "needs_pin", False) else getattr(me, "role", None)
    # After a mistake the session may answer nothing more, so nothing is counted then.
    places = places_for(current_app, role, counted="went_wrong" not in g)
    return {"site": Site(config.current()), "me": me, "places": places}


def who() -> Any:
    """Whoever looks, or None: also when the database may not be asked."""
    provider = current_app.extensions.get("who")
    if provider is None or g.get("knows_nobody"):
        return None
    return provider()
