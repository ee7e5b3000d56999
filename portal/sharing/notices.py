"""What home says of sharing: a yes that ends or ended, and what was written down for somebody."""

from __future__ import annotations

from collections.abc import Iterator

from flask import url_for

from portal.accounts.models import Staff
from portal.accounts.signed_in import somebody
from portal.consent.queries.choices import running_out, waiting_for
from portal.consent.queries.history import can_be_undone
from portal.db import session
from portal.sharing.ending import named
from portal.web.dates import on_day
from portal.web.notices import Notice
from portal.web.words import count


def at_home() -> Iterator[Notice]:
    yield from _ending()
    yield from _waiting()
    yield from _noted()


def how_many_wait() -> int:
    """What somebody should answer: yeses that ended, and what was written down for them."""
    me = somebody().account_id
    return sum(one.is_over for one in running_out(me)) + len(waiting_for(me))


def _ending() -> Iterator[Notice]:
    found = named(running_out(somebody().account_id))
    over = [one for one in found if one.is_over]
    soon = [one for one in found if not one.is_over and one.is_said_at_home]
    address = url_for("sharing.running_out")
    if over:
        first = f"{over[0].about}, on {on_day(over[0].last_day)}."
        words = first if len(over) == 1 else f"The first was {first}"
        heading = f"{count(len(over), 'yes', 'yeses').capitalize()} of yours ended"
        yield Notice(heading, words, "Say yes again, or leave it", address)
    if soon:
        first = f"{soon[0].about}, after {on_day(soon[0].last_day)}."
        words = first if len(soon) == 1 else f"The first is {first}"
        verb = "ends" if len(soon) == 1 else "end"
        heading = f"{count(len(soon), 'yes', 'yeses').capitalize()} of yours {verb} soon"
        yield Notice(heading, words, "Look, and decide", address)


def _waiting() -> Iterator[Notice]:
    for waiting in waiting_for(somebody().account_id):
        name = session.get_one(Staff, waiting.recorded_by_id).first_name
        yield Notice(
            "Is this what you chose?",
            f"{name} wrote it down {on_day(waiting.made_at)}. It counts when you say that it is"
            " right.",
            "Read it and decide",
            url_for("sharing.waiting", waiting_id=waiting.id),
        )


def _noted() -> Iterator[Notice]:
    receipts = {one.receipt_id: one for one in can_be_undone(somebody().account_id)}
    for receipt_id, choice in receipts.items():
        if receipt_id is None or choice.recorded_by_id is None:
            continue
        name = session.get_one(Staff, choice.recorded_by_id).first_name
        yield Notice(
            f"{name} wrote down your not now",
            f"It counts since {on_day(choice.made_at)}. You can undo it.",
            "Look at it",
            url_for("sharing.saved", receipt_id=receipt_id),
        )
