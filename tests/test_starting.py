"""The server's own door: what a council reads when something it must set is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal.config import ROOT
from tests.councils import ENVIRONMENT

NAMES = (*ENVIRONMENT, "MODE", "BRAND", "DATABASE_URL", "STAFF_CODE")
ELSEWHERE = {name: value for name, value in os.environ.items() if name not in NAMES}


def start(folder: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """As granian and gunicorn do: the module is read, and there is an app or there is none."""
    given = {**ELSEWHERE, **ENVIRONMENT, "DATA_FOLDER": str(folder), **changed}
    settings = {name: value for name, value in given.items() if value}
    return subprocess.run(
        [sys.executable, "-c", "import wsgi; print(wsgi.app.name)"],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_with_every_setting_there_is_an_app(tmp_path: Path) -> None:
    started = start(tmp_path)

    assert (started.returncode, started.stdout) == (0, "portal\n")


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        (dict.fromkeys(ENVIRONMENT, ""), tuple(ENVIRONMENT)),
        ({"OUT_OF_HOURS": ""}, ("OUT_OF_HOURS",)),
        ({"BRAND": "#ffd700"}, ("BRAND",)),
    ],
    ids=["nothing is set", "no number for the night", "a colour that nobody can read"],
)
def test_without_one_there_is_none_and_the_reason_names_it_without_a_stack(
    tmp_path: Path, changed: dict[str, str], named: tuple[str, ...]
) -> None:
    started = start(tmp_path, **changed)

    assert started.returncode == 1
    assert all(name in started.stderr for name in named)
    assert "Traceback" not in started.stderr
