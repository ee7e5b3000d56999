"""What is sent along when a care leaver asks about a look."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy.exc import NoResultFound
from wtforms import HiddenField

from portal.web.forms import Form


class AskForm(Form):
    """Which look it is: whose, on which day, and why it was allowed."""

    staff = HiddenField()
    day = HiddenField()
    why = HiddenField()

    def look(self) -> tuple[UUID, date, str]:
        try:
            day = date.fromisoformat(self.day.data or "")
            return UUID(self.staff.data or ""), day, self.why.data or ""
        except ValueError:
            raise NoResultFound from None
