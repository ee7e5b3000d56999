"""What is asked of whoever opens a record in an emergency, and of a manager who looks at it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from wtforms import ValidationError

from portal import hours
from portal.db import now
from portal.emergency.actions.holding_back import LONGEST
from portal.emergency.actions.trying import Wanted
from portal.emergency.models import Category
from portal.emergency.queries.finding import Sought
from portal.web.forms import CreatingForm, Day, Form, Line, Picks, Words

CATEGORIES = {
    Category.DANGER: "They are in danger now",
    Category.MISSING: "They are missing",
    Category.HEALTH: "They are badly ill or hurt",
    Category.OTHERS: "Somebody else is in danger",
}
ONE_OF_TWO = "Give the reference, or the full name and the birth date."
RIGHT, INQUIRY = "right", "inquiry"


class EmergencyForm(CreatingForm):
    category = Picks(
        "What is the emergency?",
        [(each.value, words) for each, words in CATEGORIES.items()],
        required="Choose what the emergency is.",
    )
    reason = Words(
        "Why do you need to see their record now?",
        required="Say why you need to see it now.",
        longest=2000,
    )
    reference = Line("Their reference in the case system")
    full_name = Line("Full name")
    born_on = Day("Birth date")

    def validate_reference(self, field: Any) -> None:
        if not field.data and not (self.full_name.data and self.born_on.data):
            raise ValidationError(ONE_OF_TWO)

    def wanted(self) -> Wanted:
        return Wanted(
            sought=Sought(
                reference=self.reference.data or "",
                name=self.full_name.data or "",
                born_on=self.born_on.data,
            ),
            category=Category(self.category.data or ""),
            reason=self.reason.data or "",
            form_key=self.form_key.data,
        )


class ReviewForm(Form):
    outcome = Picks(
        "What do you say?",
        [(RIGHT, "This was right"), (INQUIRY, "Open an inquiry")],
        required="Choose one.",
    )
    inquiry = Line("What is to be found out?", longest=500)

    def validate_inquiry(self, field: Any) -> None:
        if self.outcome.data == INQUIRY and not field.data:
            raise ValidationError("Say in a few words what is to be found out.")

    @property
    def asks(self) -> str:
        """What the inquiry is about; nothing when it was right."""
        return self.inquiry.data if self.outcome.data == INQUIRY else ""


class EndForm(Form):
    came_to = Words("What came of it?", required="Say what came of it.", longest=2000)


class HoldBackForm(Form):
    reason = Words(
        "Why must they not be told yet?",
        required="Say why they are not told yet.",
        longest=2000,
    )
    review_on = Day("When is this looked at again?", required="Choose a day.")

    def validate_review_on(self, field: Any) -> None:
        today = hours.local(now()).date()
        if field.data and not today + timedelta(days=1) <= field.data <= today + LONGEST:
            raise ValidationError("Choose a day from tomorrow on, 28 days away at most.")


class AnswerForm(Form):
    answer = Words("Your answer to them", required="Write an answer.", longest=2000)


class Plain(Form):
    """Its token alone."""
