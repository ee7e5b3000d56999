from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from huey import SqliteHuey

from portal import config, jobs, logs
from portal.config import Mode
from tests.councils import westmoor

done: list[object] = []


@jobs.later
def remember(what: int) -> None:
    done.append((what, config.current().council))


@jobs.later
def stumble() -> None:
    raise ValueError("Amina lives in Hill Road")


@pytest.fixture(autouse=True)
def nothing_done_yet() -> Iterator[None]:
    done.clear()
    yield
    jobs.let_go(really=False)


def office(folder: Path, mode: Mode) -> jobs.Office:
    app = Flask(f"office_{uuid.uuid4().hex}", root_path=str(folder))
    settings = replace(westmoor(folder), mode=mode)
    jobs.init_app(app, settings)
    made: jobs.Office = app.extensions["jobs"]
    config.use(settings)
    jobs.use(made)
    return made


def test_in_tests_a_job_is_done_at_once(tmp_path: Path) -> None:
    office(tmp_path, Mode.TEST)

    remember.send(1)

    assert done == [(1, "Westmoor Council")]


def test_what_is_held_is_sent_when_it_is_let_go(tmp_path: Path) -> None:
    office(tmp_path, Mode.TEST)

    jobs.hold()
    remember.send(1)
    assert done == []
    jobs.let_go(really=True)

    assert done == [(1, "Westmoor Council")]


def test_what_was_undone_starts_no_job(tmp_path: Path) -> None:
    office(tmp_path, Mode.TEST)

    jobs.hold()
    remember.send(1)
    jobs.let_go(really=False)
    jobs.let_go(really=True)

    assert done == []


def test_outside_of_tests_a_job_waits_in_a_file_until_somebody_works(tmp_path: Path) -> None:
    huey = office(tmp_path, Mode.PRODUCTION).huey
    assert isinstance(huey, SqliteHuey)

    remember.send(7)
    assert done == []
    huey.execute(huey.dequeue())

    assert done == [(7, "Westmoor Council")]
    assert (tmp_path / "jobs.db").exists()


def test_a_job_that_stumbles_is_logged_without_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    office(tmp_path, Mode.TEST)
    logs.CHANNEL.addHandler(caplog.handler)

    with pytest.raises(ValueError, match="Hill Road"):
        stumble.send()

    logs.CHANNEL.removeHandler(caplog.handler)
    assert caplog.records[-1].msg == "mistake"
