"""Questions about the rule itself and about choices, asked as whoever asks now."""

from __future__ import annotations

from portal.consent.queries.writing import may_write_about, team_writing_about

__all__ = ["may_write_about", "team_writing_about"]
