"""The portal on a port of this machine, and a neutral place beside it to go to."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from portal import create_app
from portal.db import current_database
from tests.councils import westmoor
from tests.migrating import upgrade
from tests.serving import free_port

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
WEATHER = b"<!doctype html><html lang=en><title>Weather</title><h1>Weather</h1>"


@dataclass(frozen=True)
class Served:
    app: Flask
    address: str
    neutral: str


class Quiet(WSGIRequestHandler):
    """Says nothing of what went well."""

    def log(self, type: str, message: str, *args: Any) -> None:
        if type == "error":
            super().log(type, message, *args)


def weather(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Where somebody goes who leaves quickly."""
    start_response("200 OK", [("Content-Type", "text/html")])
    return [WEATHER]


@contextmanager
def serving_the_portal(folder: Path) -> Iterator[Served]:
    """In this process, so that a test may move the clock by which the portal goes."""
    port, neutral_port = free_port(), free_port()
    address, neutral = (f"http://127.0.0.1:{each}" for each in (port, neutral_port))
    url = f"sqlite:///{folder / 'portal.db'}"
    upgrade(url)
    app = create_app(westmoor(folder, url, public_address=address, leave_to=f"{neutral}/"))
    with _answering(app, port), _answering(weather, neutral_port):
        yield Served(app, address, neutral)
    with app.app_context():
        current_database().engine.dispose()


@contextmanager
def _answering(app: Wsgi, port: int) -> Iterator[None]:
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet)
    answering = threading.Thread(target=server.serve_forever, daemon=True)
    answering.start()
    try:
        yield
    finally:
        server.shutdown()
        answering.join()
        server.server_close()
