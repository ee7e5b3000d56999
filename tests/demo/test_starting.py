from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from portal.config import ROOT
from portal.sample.cast import CAST

LONGEST = 120  # seconds, on a machine that does other things as well


def a_free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port: int = asking.getsockname()[1]
        return port


@contextmanager
def a_demo(folder: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", "portal.demo", "--port", str(port)],
        cwd=ROOT,
        env=os.environ | {"DATA_FOLDER": str(folder), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        yield started
    finally:
        if started.poll() is None:
            os.killpg(started.pid, signal.SIGKILL)
        started.communicate()


def first_page(port: int) -> str:
    """The page of Jo, as soon as anybody answers."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        asking = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            asking.request("GET", "/demo/pa")
            return asking.getresponse().read().decode()
        except ConnectionError:
            continue
        finally:
            asking.close()
    raise TimeoutError


def test_a_demo_starts_says_who_is_who_and_stops_at_ctrl_c(tmp_path: Path) -> None:
    port = a_free_port()
    with a_demo(tmp_path, port) as demo:
        page = first_page(port)
        os.killpg(demo.pid, signal.SIGINT)
        said, _ = demo.communicate(timeout=LONGEST)

    assert "Come in as Jo" in page
    assert demo.returncode == 0
    for member in CAST.values():
        assert f"http://127.0.0.1:{port}/demo/{member.at}" in said
    assert not (tmp_path / "demo.half-made").exists()


@pytest.mark.long
def test_a_demo_that_was_stopped_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "demo.half-made").touch()
    (tmp_path / "demo.db").write_bytes(b"half of something")
    port = a_free_port()
    with a_demo(tmp_path, port):
        page = first_page(port)

    assert "Come in as Jo" in page


def test_a_demo_leaves_a_port_to_whoever_has_it(tmp_path: Path) -> None:
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        with a_demo(tmp_path, somebody.getsockname()[1]) as demo:
            demo.communicate(timeout=LONGEST)

    assert demo.returncode != 0
    assert not (tmp_path / "demo.db").exists()
