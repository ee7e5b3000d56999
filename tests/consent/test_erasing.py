from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from portal.accounts.models import CareLeaver
from portal.accounts.viewers import Housekeeping
from portal.consent.actions.erasing import erase_history
from portal.consent.models import Choice, Erasure, Look, Receipt
from portal.db import acting_as, clock, current_database, session
from portal.errors import NotAllowed
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import chosen, yes
from tests.consent.conftest import EveryLook, Opens
from tests.consent.makers import said
from tests.consent.proof import anchored, verify
from tests.databases import tampered


@pytest.fixture
def history(asking: Asking, opens: Opens, town: Town) -> None:
    for person, adviser in ((town.amina, town.jo), (town.tyler, town.sam)):
        with asking(person, writes=True):
            chosen(person, yes(town.teams.housing, town.topics[3]))
            entry = said(person, "The damp is back.")
        opens(adviser, entry)
        opens(adviser, entry)


def erase(town: Town, whose: CareLeaver) -> Erasure:
    with acting_as(Housekeeping(now=clock(), name="erasure"), writes=True):
        return erase_history(
            whose.id,
            legal_basis="UK GDPR Article 17",
            asked_by_id=town.priya.id,
            done_by_id=town.ada.id,
        )


def left(person: CareLeaver) -> list[int]:
    with acting_as(Housekeeping(now=clock(), name="erasure")):
        return [
            session.scalars(
                select(func.count()).select_from(kept).where(kept.care_leaver_id == person.id)
            ).one()
            for kept in (Choice, Receipt, Look)
        ]


def test_an_erasure_takes_that_persons_history_and_nothing_else(history: None, town: Town) -> None:
    erase(town, town.amina)

    assert left(town.amina) == [0, 0, 0]
    assert left(town.tyler) == [1, 1, 2]


def test_what_stays_says_that_it_was_done_and_not_to_whom(history: None, town: Town) -> None:
    erasure = erase(town, town.amina)

    assert erasure.open_for is None
    assert len(erasure.looks) == 2
    assert str(town.amina.id) not in erasure.whose
    assert town.amina.id.hex not in erasure.whose


def test_nobody_erases_alone_or_without_a_reason(town: Town) -> None:
    two = {"asked_by_id": town.ada.id, "done_by_id": town.ada.id}
    with acting_as(Housekeeping(now=clock(), name="erasure"), writes=True):
        with pytest.raises(NotAllowed):
            erase_history(town.amina.id, legal_basis="UK GDPR Article 17", **two)
        with pytest.raises(NotAllowed):
            erase_history(town.amina.id, legal_basis=" ", **(two | {"asked_by_id": town.jo.id}))


def test_an_erased_chain_is_no_tail_that_was_cut(
    app: Flask, history: None, town: Town, operators_log: StringIO, tmp_path: Path
) -> None:
    anchors = anchored(operators_log, tmp_path)
    erase(town, town.amina)

    assert verify(app, "--anchors", anchors).output == "2 lines, every chain whole.\n"


def test_a_tail_that_was_cut_still_shows_after_somebody_else_was_erased(
    app: Flask, history: None, town: Town, operators_log: StringIO, tmp_path: Path
) -> None:
    anchors = anchored(operators_log, tmp_path)
    erase(town, town.amina)
    tampered(current_database().engine, "DELETE FROM look WHERE number = 2")

    assert "are gone or changed" in verify(app, "--anchors", anchors).output


def test_an_anchor_written_after_it_holds_as_well(
    app: Flask,
    history: None,
    town: Town,
    operators_log: StringIO,
    tmp_path: Path,
    every_look: EveryLook,
) -> None:
    erase(town, town.amina)
    with time_machine.travel(clock()):
        anchors = anchored(operators_log, tmp_path)

    assert verify(app, "--anchors", anchors).exit_code == 0
    assert {look.care_leaver_id for look in every_look()} == {town.tyler.id}
