"""The background work of a demo, for as long as whoever started it lives."""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread

from portal import create_app, jobs, logs
from portal.config import from_environment


def main() -> None:
    logs.start()
    Thread(target=_end_when_left_alone, daemon=True).start()
    jobs.work(create_app(from_environment(os.environ)).extensions["jobs"])


def _end_when_left_alone() -> None:
    # Nothing is ever sent: this ends when the other end of the pipe is gone, however it went.
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
