"""Proving the looking log: every chain whole, and no tail cut since an anchor was written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

import click
from sqlalchemy import select

from portal import jobs, logs
from portal.accounts.viewers import Housekeeping
from portal.consent.looks import START, chained, keyed, name_of_chain
from portal.consent.models import Erasure, Look
from portal.db import acting_as, clock, session

# A line is stamped when its request begins and kept a moment later; an anchor leaves that out.
STILL_COMING = timedelta(minutes=5)


@jobs.every(minutes=60)
def anchor() -> None:
    """Write what covers every chain's head into the operator's log."""
    until = (clock() - STILL_COMING).replace(microsecond=0)
    with acting_as(Housekeeping(now=clock(), name="looking log")):
        logs.event("anchor", until=int(until.timestamp()), heads=heads(until))


def heads(until: datetime) -> str:
    """One keyed hash over the head of every chain, as it was at that time.

    Of somebody who was erased since, the hashes stayed: their chain is no tail that was cut.
    """
    last = _erased(until)
    rows = select(Look.care_leaver_id, Look.hash).where(Look.looked_at <= until)
    ordered = rows.order_by(Look.care_leaver_id, Look.number)
    for care_leaver_id, hash_ in session.execute(ordered):
        last[name_of_chain(care_leaver_id)] = hash_
    return keyed(json.dumps(sorted(last.items())))


def _erased(until: datetime) -> dict[str, str]:
    last: dict[str, str] = {}
    for erasure in session.scalars(select(Erasure).order_by(Erasure.erased_at, Erasure.id)):
        for looked_at, hash_ in erasure.looks:
            if looked_at <= until.timestamp():
                last[erasure.whose] = hash_
    return last


def broken_chains() -> tuple[int, list[tuple[str, int]]]:
    """How many lines there are, and where a chain does not hold: whose, and at which line."""
    count, broken, before, whose, number = 0, [], START, None, 0
    every = select(Look).order_by(Look.care_leaver_id, Look.number)
    for look in session.scalars(every.execution_options(yield_per=1000)):
        count += 1
        if look.care_leaver_id != whose:
            whose, before, number = look.care_leaver_id, START, 0
        number += 1
        if look.number != number or look.hash != chained(before, look):
            broken.append((str(whose), look.number))
            number = look.number
        before = look.hash
    return count, broken


def cut_since(lines: Iterable[str]) -> list[datetime]:
    """The anchors of an operator's log that today's lines no longer bear out."""
    cut = []
    for line in lines:
        if '"anchor"' not in line:
            continue
        said = json.loads(line)
        until = datetime.fromtimestamp(int(said["until"]), tz=clock().tzinfo)
        if heads(until) != said["heads"]:
            cut.append(until)
    return cut


@click.command("verify-log")
@click.option("--anchors", type=click.File(), help="The operator's log, with its anchors.")
def verify_log(anchors: Iterable[str] | None) -> None:
    """Prove that nobody changed or cut the log of who looked."""
    with acting_as(Housekeeping(now=clock(), name="looking log")):
        count, broken = broken_chains()
        cut = cut_since(anchors or ())
    for whose, number in broken:
        click.echo(f"The chain of {whose} does not hold at line {number}.")
    for until in cut:
        click.echo(f"Lines written before {until:%d %B %Y, %H:%M} UTC are gone or changed.")
    if broken or cut:
        raise SystemExit(1)
    click.echo(f"{count} lines, every chain whole.")
