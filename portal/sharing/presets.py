"""Many choices at once, under one name. What each would change is shown before it changes it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from portal.consent.actions.choosing import Wish
from portal.consent.queries.boards import Board
from portal.consent.queries.choices import Kind

SAID = (Kind.YES, Kind.WAITS_FOR_ADULT)
UNSAID = (Kind.NEVER, Kind.NOT_NOW, Kind.RAN_OUT)


class Preset(StrEnum):
    EVERYONE = "everyone-who-works-with-me"
    LEAVING_CARE = "leaving-care-only"


def wishes(preset: Preset, board: Board, until: datetime) -> list[Wish]:
    """The whole board as the preset has it, minus what is so already."""
    return list(_everyone(board, until) if preset is Preset.EVERYONE else _leaving_care_only(board))


def _everyone(board: Board, until: datetime) -> list[Wish]:
    with_me = {team.id for team in board.teams if team.works_with_me or team.is_leaving_care}
    return [
        Wish(is_yes=True, team_id=team_id, topic_id=topic_id, until=until)
        for (team_id, topic_id), state in board.cells.items()
        if team_id in with_me and state.kind in UNSAID
    ]


def _leaving_care_only(board: Board) -> list[Wish]:
    others = {team.id for team in board.teams if not team.is_leaving_care}
    return [
        Wish(is_yes=False, team_id=team_id, topic_id=topic_id)
        for (team_id, topic_id), state in board.cells.items()
        if team_id in others and state.kind in SAID
    ]
