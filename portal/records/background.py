"""What goes on by itself: imports that were asked for, rows that wait, and what must be gone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from flask import has_request_context
from sqlalchemy import event

from portal import jobs, logs
from portal.accounts.models import Reference
from portal.records import bringing_in, refused, tidying, work


@jobs.later
def carry_on(import_id: str) -> None:
    work.carry_on(UUID(import_id))


@jobs.every(minutes=1)
def carry_on_with_what_was_left() -> None:
    """Whoever worked on it may have been stopped in the middle."""
    for import_id in tidying.unfinished():
        try:
            work.carry_on(import_id)
        except Exception as mistake:
            # The next one is not to wait for ever for this one.
            logs.mistake(mistake)


@jobs.every(minutes=1)
def join_waiting() -> None:
    bringing_in.join_waiting()


@event.listens_for(Reference, "after_insert")
def _somebody_came(*_: Any) -> None:
    """Whoever adds a person on a page need not wait for the next minute."""
    if has_request_context():
        join_waiting.send()


@jobs.every(minutes=60)
def forget() -> None:
    bringing_in.forget_waiting()
    refused.forget_old()
    tidying.forget_uploads()
