"""What somebody of the sample council chose, and the receipt of it."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

from flask import Flask

from portal.consent.models import Choice, Receipt
from portal.sample.choosing import receipts_of

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_mind_that_is_changed_within_one_moment_has_two_receipts(app: Flask) -> None:
    who, team, topic = uuid4(), uuid4(), uuid4()
    cell = {"care_leaver_id": who, "team_id": team, "topic_id": topic}
    said = [Choice(**cell, is_yes=yes, start_at=NOON, made_at=NOON) for yes in (True, False)]

    kept = list(receipts_of({team: "Housing", topic: "home"}, said))

    assert len({one.id for one in kept if isinstance(one, Receipt)}) == 2
