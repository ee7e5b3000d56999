from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from portal.accounts.about import AboutCareLeaver, RelatesToCareLeaver, ThePerson
from portal.accounts.models import CareLeaver, Staff
from portal.accounts.viewers import StaffViewer
from portal.casefile.models import LastLooked
from portal.consent.models import Look
from portal.db import Base, acting_as, clock, current_database, session
from portal.emergency.models import EmergencyTry, RefusedTry
from portal.voice import waiting
from portal.voice.models import Wish
from tests.cast import Town
from tests.conftest import Asking, SignedInAs
from tests.consent.makers import answered, said
from tests.emergency.makers import try_it

OWN = (EmergencyTry, RefusedTry, Look, LastLooked)
# What the portal itself writes down, and what they read of their own.
MINE = {"EmergencyAccess", "LastLooked"}
KINDS = (AboutCareLeaver, RelatesToCareLeaver, ThePerson)


def everything() -> dict[str, list[str]]:
    """Every row that is about a care leaver, but for what opening and looking writes down."""
    kept: list[type[Any]] = [
        mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, KINDS)
    ]
    with current_database().engine.connect() as connection:
        return {
            each.__name__: sorted(map(str, connection.execute(select(each.__table__))))
            for each in kept
            if each not in OWN
        }


def posts(app: Flask, ids: dict[str, UUID]) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        about = {"person_id", "care_leaver_id"} & rule.arguments
        if "POST" in (rule.methods or ()) and about and rule.arguments <= set(ids):
            address = rule.rule
            for name, id_ in ids.items():
                address = address.replace(f"<uuid:{name}>", str(id_))
            yield address


@pytest.fixture
def opened(signed_in: SignedInAs, asking: Asking, known: CareLeaver, town: Town) -> dict[str, UUID]:
    """Amina said something and Jo answered; Nadia has opened her record in an emergency."""
    with asking(known, writes=True):
        entry = said(known, "I am at my cousin's.", wish=Wish.TALK)
        waiting.expect_answer(entry)
    with asking(town.jo, writes=True):
        answered(entry, town.jo, "I come.")
    try_it(signed_in(town.nadia))
    return {"person_id": known.id, "care_leaver_id": known.id, "entry_id": entry.id}


SENT = {
    "words": "Written in an emergency.",
    "what": "Ring",
    "due_on": "2030-01-01",
    "kind": "idea",
    "reason": "Because.",
    "title": "A note",
    "text": "A note",
}


def test_nothing_that_is_sent_about_her_writes_anything(
    app: Flask, signed_in: SignedInAs, opened: dict[str, UUID], nadia: Staff
) -> None:
    desk, before = signed_in(nadia), everything()
    assert desk.get(f"/people/{opened['person_id']}/").status_code == 200
    answers = {address: desk.post(address, data=SENT).status_code for address in posts(app, opened)}
    answers["/drafts/"] = desk.post(
        "/drafts/", data=SENT | {"about": str(opened["person_id"]), "form": "note"}
    ).status_code

    assert len(answers) > 3
    assert {address: status for address, status in answers.items() if status < 400} == {}
    assert everything() == before


def test_what_is_read_in_an_emergency_still_waits_for_her_pa(
    signed_in: SignedInAs, asking: Asking, opened: dict[str, UUID], town: Town
) -> None:
    before = everything()
    desk, hers = signed_in(town.nadia), f"/people/{opened['person_id']}/"
    for address in (hers, f"{hers}said/{opened['entry_id']}/"):
        page = desk.page(address)
        assert page.select("main form[method=post]") == []
        assert "Answer or promise" not in page.get_text()

    assert everything()["Waiting"] == before["Waiting"]


def test_the_holder_gives_nobody_a_relation_by_hand_either(
    opened: dict[str, UUID], nadia: Staff, town: Town
) -> None:
    with acting_as(StaffViewer(now=clock(), staff_id=nadia.id)):
        for relation in (mapper.class_ for mapper in Base.registry.mappers):
            if issubclass(relation, RelatesToCareLeaver) and relation.__name__ not in MINE:
                assert session.scalars(select(relation)).all() == [], relation.__name__
