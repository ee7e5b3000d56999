"""The real server, as a council starts it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_urlsafe
from uuid import UUID

from flask import Flask

from portal import create_app
from portal.accounts.doors import Phone, SignIn
from portal.accounts.sealing import hashed
from portal.accounts.signed_in import COOKIE
from portal.accounts.viewers import Nobody
from portal.config import ROOT, from_environment
from portal.db import acting_as, clock, current_database
from tests.councils import ENVIRONMENT

PATIENCE = 30  # seconds
GRANIAN = (
    *("--interface", "wsgi", "--host", "127.0.0.1", "--workers", "2", "--blocking-threads", "8"),
    *("--backlog", "4096", "--backpressure", "2048", "--no-ws", "--log-level", "error"),
)


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


def environment(folder: Path, database_url: str) -> dict[str, str]:
    """What a production portal is started with."""
    given = {"DATABASE_URL": database_url, "DATA_FOLDER": str(folder)}
    return {**ENVIRONMENT, "STAFF_CODE": "off", **given}


@contextmanager
def serving(settings: dict[str, str], app: str = "wsgi:app") -> Iterator[int]:
    """Serve until left, and then kill every process of it at once."""
    port = free_port()
    command = [sys.executable, "-m", "granian", *GRANIAN, "--port", str(port), app]
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(port)
        yield port
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_for(port: int) -> None:
    """Until the server answers at all."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            threading.Event().wait(0.02)
    raise TimeoutError(f"Nothing answers at port {port}.")


def beside(settings: dict[str, str]) -> Flask:
    """The same portal within the test, which does no jobs and so keeps no line to them open."""
    return create_app(from_environment({**settings, "MODE": "test"}))


@contextmanager
def within(settings: dict[str, str]) -> Iterator[Flask]:
    """The same portal for a while, which then closes its own lines to the database."""
    app = beside(settings)
    with app.app_context():
        engine = current_database().engine
        try:
            yield app
        finally:
            engine.dispose()


def come_in(settings: dict[str, str], care_leaver_id: UUID) -> str:
    """A cookie of somebody who came in on a phone of theirs."""
    with within(settings) as app:
        with acting_as(Nobody(now=clock()), writes=True) as asking:
            phone = Phone(
                care_leaver_id=care_leaver_id,
                token_hash=hashed(token_urlsafe(32)),
                remembered_until=clock().replace(year=clock().year + 1),
            )
            asking.add(phone)
            asking.flush()
        return _cookie(app, phone_id=phone.id)


def sign_in(settings: dict[str, str], staff_id: UUID) -> str:
    """A cookie of a member of staff who signed in."""
    with within(settings) as app:
        return _cookie(app, staff_id=staff_id)


def _cookie(app: Flask, **whose: UUID) -> str:
    secret = token_urlsafe(32)
    with acting_as(Nobody(now=clock()), writes=True) as asking:
        asking.add(SignIn(secret_hash=hashed(secret), **whose))
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    return f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps({COOKIE: secret})}"
