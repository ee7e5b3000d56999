"""Keeps a demo to this machine: no other host, nothing that was passed on, no other database."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, abort, request

from portal.config import Settings, SettingsMissing

HOSTS = ("127.0.0.1", "localhost")
PASSED_ON = ("forwarded", "via", "x-real-ip", "x-client-ip", "x-original-host")


def own_database(settings: Settings) -> str:
    return f"sqlite:///{settings.folder / 'demo.db'}"


def init_app(app: Flask, settings: Settings) -> None:
    if settings.database_url != own_database(settings):
        raise SettingsMissing("A demo keeps to its own SQLite file: leave DATABASE_URL out.")
    # Before everything else, so that nobody is even looked up.
    app.before_request_funcs.setdefault(None, []).insert(0, _refuse_whatever_comes_from_elsewhere)


def _refuse_whatever_comes_from_elsewhere() -> None:
    if urlsplit(f"//{request.host}").hostname not in HOSTS or _was_passed_on():
        abort(404)


def _was_passed_on() -> bool:
    names = [name.lower() for name in request.headers.keys()]  # noqa: SIM118
    return any(name in PASSED_ON or name.startswith("x-forwarded") for name in names)
