"""What belongs to the app that answers now, wherever it is asked for: its settings and its jobs."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, appcontext_pushed, g

from portal import config, jobs
from portal.config import Settings


def init_app(app: Flask, settings: Settings) -> None:
    def put_at_hand(sender: Flask, **_: Any) -> None:
        config.use(settings)
        jobs.use(app.extensions["jobs"])

    # Held by the app: a signal keeps no hold of those who listen to it.
    app.extensions["put_at_hand"] = put_at_hand
    appcontext_pushed.connect(put_at_hand, app)
    app.before_request(jobs.hold)
    app.after_request(_note_how_it_went)
    app.teardown_request(_send_jobs)


def _note_how_it_went(response: Response) -> Response:
    g.went_well = response.status_code < 400
    return response


def _send_jobs(mistake: BaseException | None) -> None:
    # The first part of the app to begin is the last to end, so everything is committed by now.
    jobs.let_go(really=mistake is None and g.get("went_well", False))
