"""How far an import is, from what is known of it."""

from __future__ import annotations

from enum import StrEnum

from portal.records.models import Import

CASE_NOTES = "case_notes"


class Stage(StrEnum):
    MAPPING = "mapping"
    READING = "reading"
    REHEARSED = "rehearsed"
    COMING_IN = "coming_in"
    ENDED = "ended"


WORKING = (Stage.READING, Stage.COMING_IN)


def stage_of(found: Import) -> Stage:
    if found.ended_at:
        return Stage.ENDED
    if found.shape == CASE_NOTES and found.mapping_id is None:
        return Stage.MAPPING
    if found.rehearsed_at is None:
        return Stage.READING
    return Stage.COMING_IN if found.started_at else Stage.REHEARSED
