"""Who can ask. An instance says who; what they see is said in `portal.consent` alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from portal.db import Viewer


@dataclass(frozen=True, kw_only=True)
class Nobody(Viewer):
    """Nobody signed in."""


@dataclass(frozen=True, kw_only=True)
class Holder(Viewer):
    """Somebody who holds the secret of a phone, a sign-in or an invitation, not yet known."""

    token_hash: str


@dataclass(frozen=True, kw_only=True)
class CareLeaverViewer(Viewer):
    """A care leaver. What is `only_me` and older than `known_since` stays shut."""

    care_leaver_id: UUID
    known_since: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class StaffViewer(Viewer):
    """A member of staff; their memberships and relations are read at every query."""

    staff_id: UUID


@dataclass(frozen=True, kw_only=True)
class Preview(Viewer):
    """A care leaver looking as an involved practitioner of this team would."""

    team_id: UUID
    care_leaver_id: UUID


@dataclass(frozen=True, kw_only=True)
class Counting(Viewer):
    """The making of figures: only numbers leave."""


@dataclass(frozen=True, kw_only=True)
class Coding(Viewer):
    """Somebody who reads a batch of words under pseudonyms, while it is open."""

    batch_id: UUID


@dataclass(frozen=True, kw_only=True)
class Research(Viewer):
    """An export for research, while its ethics approval is in force."""

    approval_id: UUID


@dataclass(frozen=True, kw_only=True)
class HandOver(Viewer):
    """The hand-over of one care leaver's records to the case system."""

    care_leaver_id: UUID


@dataclass(frozen=True, kw_only=True)
class Housekeeping(Viewer):
    """The portal's own work, by name."""

    name: str
