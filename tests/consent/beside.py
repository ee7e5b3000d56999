"""What a PA writes down beside Amina, and what came of it."""

from __future__ import annotations

from uuid import UUID, uuid4

from sqlalchemy import select

from portal.accounts.models import Staff, Telling
from portal.consent.actions import recording
from portal.consent.actions.choosing import Wish
from portal.consent.queries.choices import Kind, states
from portal.db import session
from tests.cast import Town
from tests.conftest import Asking
from tests.consent.choosing import SHOWN, yes


def recorded(
    asking: Asking, by: Staff, town: Town, *wishes: Wish, key: UUID | None = None
) -> recording.Recorded:
    with asking(by, writes=True):
        return recording.record_for(by.id, town.amina.id, key or uuid4(), wishes, SHOWN)


def kinds(asking: Asking, town: Town) -> list[Kind]:
    with asking(town.amina):
        return [state.kind for state in states(town.amina.id).values()]


def told(asking: Asking, town: Town) -> list[str]:
    with asking(town.amina):
        return list(session.scalars(select(Telling.what)))


def waiting_yes(asking: Asking, town: Town) -> UUID:
    cell = (town.teams.housing, town.topics[3])
    waiting = recorded(asking, town.jo, town, yes(*cell)).waiting
    assert waiting is not None
    return waiting.id
