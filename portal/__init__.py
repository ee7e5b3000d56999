"""A portal that lets young people who leave care be heard."""

from __future__ import annotations

from flask import Flask, Response
from sqlalchemy.orm import Session

from portal import jobs, web
from portal.accounts import signed_in
from portal.accounts.sealing import use_keys
from portal.accounts.viewers import StaffViewer
from portal.config import ROOT, Settings
from portal.consent import beneath, looks, proving, proving_receipts
from portal.db import Database
from portal.emergency import refused
from portal.parts import PARTS
from portal.web import context, requests

SHOWS = frozenset({200, 422})


def create_app(settings: Settings) -> Flask:
    """The portal of one council. Its parts, in order."""
    beneath.lay()
    app = Flask(
        __name__, template_folder=str(ROOT / "templates"), static_folder=str(ROOT / "static")
    )
    settings.folder.mkdir(parents=True, exist_ok=True)
    use_keys(settings.sealing_keys)
    jobs.init_app(app, settings)
    web.init_app(app, settings)
    after = _write_look, refused.note, _note_activity
    requests.init_app(app, Database(settings.database_url), signed_in.identify, *after)
    context.tell_who(app, signed_in.me)
    app.cli.add_command(proving.verify_log)
    app.cli.add_command(proving_receipts.verify_receipt)
    for part in PARTS:
        part(app, settings)
    return app


def _write_look(asked: Session, response: Response) -> Response:
    viewer, shown = asked.info["viewer"], looks.shown_in(asked)
    if isinstance(viewer, StaffViewer) and shown and response.status_code in SHOWS:
        looks.write(viewer, shown)
    return response


def _note_activity(asked: Session, response: Response) -> Response:
    return signed_in.note_activity(response)
