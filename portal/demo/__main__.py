"""`python -m portal.demo --port 5000`: a sample council on this machine, from nothing."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from granian import Granian
from granian.constants import Interfaces

from portal import logs
from portal.config import Settings, SettingsMissing, from_environment
from portal.demo import preparing
from portal.sample.cast import CAST

ADDRESS = "127.0.0.1"
THREADS = 8
PATIENCE = 5  # seconds


@click.command()
@click.option("--port", default=5000, show_default=True, type=click.IntRange(1, 65535))
def main(port: int) -> None:
    """Serve a sample council on this machine alone."""
    os.environ |= {"MODE": "demo", "PORT": str(port)}
    # Making the council would fill the screen with what is normal.
    logs.start(logging.WARNING)
    try:
        settings = from_environment(os.environ)
    except SettingsMissing as missing:
        sys.exit(str(missing))
    if not _is_free(port):
        sys.exit(f"Something else answers at port {port} already. Try another: --port {port + 1}")
    preparing.prepare(settings)
    _say_who_is_who(settings)
    with _background_work():
        _serve(port)


def _is_free(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex((ADDRESS, port)) != 0


def _say_who_is_who(settings: Settings) -> None:
    print(f"\n{settings.council}, with made-up people. Come in as one of them:\n")
    for member in CAST.values():
        address = f"{settings.public_address}/demo/{member.at}"
        print(f"  {member.name:<16} {member.who:<62} {address}")
    print(f"\n{settings.site_name} answers at {settings.public_address}. Stop it with Ctrl-C.\n")
    sys.stdout.flush()


@contextmanager
def _background_work() -> Iterator[None]:
    # Away from the keyboard's Ctrl-C, so that it is this process that ends it.
    work = subprocess.Popen(
        [sys.executable, "-m", "portal.demo.work"], stdin=subprocess.PIPE, start_new_session=True
    )
    try:
        yield
    finally:
        work.terminate()
        try:
            work.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            work.kill()


def _serve(port: int) -> None:
    server = Granian(
        "wsgi:app",
        address=ADDRESS,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
        workers_kill_timeout=PATIENCE,
    )
    try:
        server.serve()
    except SystemExit:
        # Ctrl-C reaches the server's own processes as well, which it takes for a mishap.
        if not server.interrupt_signal:
            raise


if __name__ == "__main__":
    main()
