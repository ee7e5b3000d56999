"""Saying who works with somebody from when until when."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from wtforms import ValidationError

from portal.accounts.actions.relating import LONGEST_COVER, Span
from portal.db import now
from portal.hours import local, midnight_after
from portal.web.forms import CreatingForm, Day, Menu, Picks

PA, COVER = "pa", "cover"


class _From(CreatingForm):
    from_day = Day("From")
    until_day = Day("Until")

    def validate_until_day(self, field: Any) -> None:
        if field.data and field.data < (self.from_day.data or local(now()).date()):
            raise ValidationError("The last day is before the first.")

    def span(self) -> Span:
        """From the beginning of the first day, or from now; until the end of the last."""
        first, last = self.from_day.data, self.until_day.data
        from_now = first is None or first == local(now()).date()
        start = now() if from_now or not first else midnight_after(first - timedelta(days=1))
        until = midnight_after(last) if last else None
        return Span(key=self.form_key.data, start_at=start, end_at=until)


class Allocate(_From):
    staff = Menu("Who", required="Choose who.")
    role = Picks("As", [(PA, "Their PA"), (COVER, "Cover while the PA is away")], default=PA)

    def validate_until_day(self, field: Any) -> None:
        super().validate_until_day(field)
        if self.role.data != COVER:
            return
        first = self.from_day.data or local(now()).date()
        if field.data is None or field.data >= first + LONGEST_COVER:
            raise ValidationError("Cover lasts 14 days at most. Give its last day.")


class Involve(_From):
    # On the page of the other form too, so with ids of their own.
    staff = Menu("Who", required="Choose who.", id="involve-staff")
    from_day = Day("From", id="involve-from")
    until_day = Day("Until", id="involve-until")


class MoveTo(CreatingForm):
    team = Menu("To which team", required="Choose the team.")
