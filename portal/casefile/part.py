"""The caseload, the two columns and the inbox as a part of the app."""

from __future__ import annotations

from flask import Flask

from portal.accounts.models import Duty
from portal.accounts.signed_in import somebody
from portal.casefile import inbox, routes
from portal.config import Settings
from portal.voice.inbox import count_waiting
from portal.web import places


def init_app(app: Flask, settings: Settings) -> None:
    app.register_blueprint(routes.bp)
    app.register_blueprint(inbox.bp)
    places.register(
        app,
        "staff",
        name="People",
        endpoint="casefile.people",
        position=10,
        also=("voice_staff", "voice_written", "promises"),
        only_if=_works_with_people,
    )
    places.register(
        app,
        "staff",
        name="Inbox",
        endpoint="inbox.index",
        position=20,
        count=lambda: count_waiting(somebody().account_id),
        only_if=_works_with_people,
    )


def _works_with_people() -> bool:
    """An administrator sees no records, and would find both places empty for ever."""
    return Duty.ADMINISTRATOR not in somebody().duties
