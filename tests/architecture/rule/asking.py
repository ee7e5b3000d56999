"""Asks a database as each asker of a plain council: everything there is, in two statements."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, literal, select, union_all

from portal.accounts import viewers
from portal.accounts.models import CareLeaver, Reference
from portal.db import Viewer, acting_as
from tests.architecture.rule.plain import NOW, Asker
from tests.architecture.rule.rows import RECORDS, RELATIONS

Seen = set[tuple[str, UUID | int]]
NUMBERED = {"Choice", "Look"}
EVERY = {**RECORDS, **RELATIONS, "CareLeaver": CareLeaver, "Reference": Reference}


def viewer(asker: Asker, now: datetime = NOW) -> Viewer:
    """The portal's viewer for a plain asker."""
    who, kinds = asker.who, viewers
    whose = {"care_leaver_id": who}
    known: dict[str, tuple[Callable[..., Viewer], dict[str, Any]]] = {
        "care_leaver": (kinds.CareLeaverViewer, whose | {"known_since": asker.known_since}),
        "staff": (kinds.StaffViewer, {"staff_id": who}),
        "preview": (kinds.Preview, {"team_id": who, "care_leaver_id": asker.person}),
        "counting": (kinds.Counting, {}),
        "coding": (kinds.Coding, {"batch_id": who}),
        "research": (kinds.Research, {"approval_id": who}),
        "hand_over": (kinds.HandOver, whose),
        "housekeeping": (kinds.Housekeeping, {"name": asker.name}),
        "holder": (kinds.Holder, {"token_hash": asker.name}),
        "nobody": (kinds.Nobody, {}),
    }
    kind, by = known[asker.kind]
    return kind(now=now, **by)


@cache
def _everything() -> tuple[Any, Any]:
    numbered = [_keys_of(name) for name in EVERY if name in NUMBERED]
    return union_all(*(_keys_of(name) for name in EVERY if name not in NUMBERED)), union_all(
        *numbered
    )


def _keys_of(name: str) -> Any:
    kept = EVERY[name]
    (key,) = inspect(kept).primary_key
    return select(literal(name), kept.__mapper__.get_property_by_column(key).class_attribute)


def seen_by(asker: Asker, now: datetime = NOW) -> Seen:
    """All that this asker is shown when asking for all there is.

    Nothing is written; but what psycopg has prepared it forgets after a rollback, and preparing
    these two takes PostgreSQL four times as long as answering them.
    """
    with acting_as(viewer(asker, now), writes=True) as session:
        return {
            (name, key) for statement in _everything() for name, key in session.execute(statement)
        }
