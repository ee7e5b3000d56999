"""What somebody types to lock what must be shared by law."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from wtforms import ValidationError

from portal.council.actions.locks import Lock
from portal.db import now
from portal.hours import local, midnight_after
from portal.web.forms import CreatingForm, Day, Menu, Words

LONGEST = 400


class SetLock(CreatingForm):
    team = Menu("Team that must see it", required="Choose the team.")
    topic = Menu("Topic", required="Choose the topic.")
    reason = Words("Why the law says so", required="Say why, in plain words.", longest=LONGEST)
    first_day = Day("First day")
    last_day = Day("Last day")

    def validate_first_day(self, field: Any) -> None:
        if field.data and field.data < local(now()).date():
            raise ValidationError("It cannot begin in the past. What was written, was written.")

    def validate_last_day(self, field: Any) -> None:
        if field.data and field.data < (self.first_day.data or local(now()).date()):
            raise ValidationError("The last day is before the first.")

    def lock(self) -> Lock:
        first, last = self.first_day.data, self.last_day.data
        later = first and first > local(now()).date()
        return Lock(
            key=self.form_key.data,
            team_id=UUID(self.team.data or ""),
            topic_id=UUID(self.topic.data or ""),
            reason=(self.reason.data or "").strip(),
            first_day_at=midnight_after(first - timedelta(days=1)) if later else now(),
            end_at=midnight_after(last) if last else None,
        )
