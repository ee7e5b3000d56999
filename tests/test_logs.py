from __future__ import annotations

import json
import logging
from uuid import uuid4

import pytest

from portal import logs


def written(level: int = logging.INFO, **ids: object) -> dict[str, object]:
    record = logs.CHANNEL.makeRecord(
        "portal", level, __file__, 1, "looked", (), None, extra={"ids": ids}
    )
    line: dict[str, object] = json.loads(logs.Lines().format(record))
    return line


def test_a_line_holds_numbers_ids_and_short_codes() -> None:
    account = uuid4()

    line = written(account=account, status=200, route="voice.index", well=True)

    assert line["event"] == "looked"
    assert line["account"] == str(account)
    assert (line["status"], line["route"], line["well"]) == (200, "voice.index", True)


@pytest.mark.parametrize("words", ["Amina", "I feel unsafe", "amina@example.org", "14 Hill Road"])
def test_words_names_and_addresses_never_reach_the_log(words: str) -> None:
    assert written(what=words)["what"] == "?"


def test_what_other_code_says_is_left_out() -> None:
    record = logging.getLogger("driver").makeRecord(
        "driver", logging.ERROR, "driver.py", 7, "refused %s", ("Amina",), None
    )

    line = logs.Lines().format(record)

    assert "Amina" not in line
    assert json.loads(line)["event"] == "driver"


def test_a_mistake_is_written_with_its_place_and_without_its_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    try:
        raise ValueError("Amina lives in Hill Road")
    except ValueError as mistake:
        reference = logs.mistake(mistake)

    line = logs.Lines().format(caplog.records[-1])
    assert reference in line
    assert "ValueError" in line
    assert "test_logs.py" in line
    assert "Hill Road" not in line


def test_what_is_bound_stands_in_every_line_of_the_request() -> None:
    logs.bind(request="abc123")
    bound = written()
    logs.unbind()

    assert bound["request"] == "abc123"
    assert "request" not in written()
