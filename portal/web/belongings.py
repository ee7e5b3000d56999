"""The settings and the jobs of the app that answers now. What a request sends waits for its end."""

from __future__ import annotations

from flask import Flask, Response, g

from portal import config, jobs
from portal.config import Settings
from portal.web.at_hand import put_at_hand


def init_app(app: Flask, settings: Settings) -> None:
    put_at_hand(app, lambda: config.use(settings))
    put_at_hand(app, lambda: jobs.use(app.extensions["jobs"]))
    app.before_request(jobs.hold)
    app.after_request(_note_how_it_went)
    app.teardown_request(_send_jobs)


def _note_how_it_went(response: Response) -> Response:
    g.went_well = response.status_code < 400
    return response


def _send_jobs(mistake: BaseException | None) -> None:
    # The first part of the app to begin is the last to end, so everything is committed by now.
    jobs.let_go(really=mistake is None and g.get("went_well", False))
