"""Asking for proof of the looking log, as its operator does."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO
from pathlib import Path

import time_machine
from click.testing import Result
from flask import Flask

from portal.consent import proving
from portal.db import clock


def verify(app: Flask, *options: str) -> Result:
    return app.test_cli_runner().invoke(args=["verify-log", *options])


def anchored(log: StringIO, folder: Path) -> str:
    """The operator's log with an anchor that covers all looks so far."""
    with time_machine.travel(clock() + timedelta(minutes=10)):
        proving.anchor.send()
    path = folder / "operators.log"
    path.write_text(log.getvalue(), encoding="utf-8")
    return str(path)
